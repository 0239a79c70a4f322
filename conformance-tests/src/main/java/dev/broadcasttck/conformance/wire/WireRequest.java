package dev.broadcasttck.conformance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.tape.Happening;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A request with JSON whose sending, answer or loss is on the tape before anybody acts on it. */
public final class WireRequest {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Call call;

  private WireRequest(Call call) {
    this.call = call;
  }

  /**
   * Sends a batch of broadcasts as the protocol's users do.
   *
   * @param name unique on the tape
   * @param limit how long to wait for the answer
   * @param then told of the answer, once, by any thread
   */
  public static WireRequest broadcast(
      Transport transport,
      Endpoint endpoint,
      String body,
      Duration limit,
      String name,
      WireTap tap,
      Consumer<Answer> then) {
    Letter letter = new Letter("POST", endpoint.broadcast().toString(), headers(endpoint), body);
    return send(transport, endpoint, letter, limit, name, tap, then);
  }

  /** Sends what the client has written, right or wrong; the endpoint says what is secret. */
  public static WireRequest send(
      Transport transport,
      Endpoint endpoint,
      Letter letter,
      Duration limit,
      String name,
      WireTap tap,
      Consumer<Answer> then) {
    Redaction redaction = Redaction.of(endpoint);
    RequestBody body = RequestBody.create(letter.body().getBytes(UTF_8), JSON);
    Request.Builder request = new Request.Builder().url(letter.url()).method(letter.method(), body);
    letter.headers().forEach(request::header);
    tap.saw(
        new Happening.RequestSent(
            name,
            letter.method(),
            redaction.text(letter.url()),
            redaction.headers(letter.headers()),
            redaction.text(letter.body())));
    Call call = transport.call(request.build());
    call.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    call.enqueue(new AnswerReader(name, tap, redaction, then));
    return new WireRequest(call);
  }

  /** Gives up waiting for the answer. */
  public void cut() {
    call.cancel();
  }

  private static Map<String, String> headers(Endpoint endpoint) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", JSON.toString());
    headers.put("apikey", endpoint.apiKey().reveal());
    headers.put("Authorization", "Bearer " + endpoint.apiKey().reveal());
    headers.putAll(endpoint.headers());
    return headers;
  }

  /** The receiving side: from OkHttp to the tape, then to the client. */
  private record AnswerReader(String name, WireTap tap, Redaction redaction, Consumer<Answer> then)
      implements Callback {
    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        String body = redaction.text(HttpText.body(response));
        Map<String, String> headers = redaction.headers(HttpText.headers(response));
        tap.saw(new Happening.ResponseReceived(name, response.code(), headers, body));
        then.accept(new Answer.Answered(response.code()));
      }
    }

    @Override
    public void onFailure(Call call, IOException failure) {
      Loss loss = Loss.of(failure);
      tap.saw(new Happening.RequestLost(name, redaction.text(loss.toString())));
      then.accept(new Answer.Lost(loss));
    }
  }
}
