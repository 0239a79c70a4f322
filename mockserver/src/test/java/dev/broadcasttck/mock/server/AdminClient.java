package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the admin API, and sees that each answer is as the description says. */
final class AdminClient {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI base;
  private final OpenApi description;

  AdminClient(BroadcastMock mock, OpenApi description) {
    this.base = mock.url();
    this.description = description;
  }

  JsonNode get(String path) {
    return expect(200, "GET", path, "");
  }

  JsonNode post(String path, String body) {
    return expect(200, "POST", path, body);
  }

  JsonNode expect(int status, String method, String path, String body) {
    HttpResponse<String> response = ask(request(method, path, body));
    description.check(method, path, response.statusCode(), response.body());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return JsonMapper.shared().readTree(response.body());
  }

  /** Why something was refused. */
  String refusal(int status, String method, String path, String body) {
    return expect(status, method, path, body).path("errors").toString();
  }

  HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    return body.isEmpty()
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body));
  }

  static HttpResponse<String> ask(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks something whose answer takes its time. */
  static CompletableFuture<Integer> begin(HttpRequest.Builder request) {
    return CLIENT
        .sendAsync(request.build(), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  /** What a stream sends, line by line. */
  BufferedReader stream(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        CLIENT.send(
            HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofInputStream());
    description.check("GET", path, response.statusCode(), "");
    assertThat(response.headers().firstValue("content-type"))
        .hasValue("text/event-stream; charset=utf-8");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }
}
