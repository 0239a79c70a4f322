package dev.broadcasttck.conformance.target;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.spec.source.InvalidSource;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells a mock over its admin API what no client can bring about. */
final class AdminHand implements StageHand {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI api;
  private final Optional<Secret> token;
  private final Location where;
  private final AheadClock clock;

  /**
   * A hand that has not asked anything yet.
   *
   * @param where the file names the API
   * @param world what the mock's clock is ahead of
   */
  AdminHand(URI api, Optional<Secret> token, Location where, Clock world) {
    this.api = api;
    this.token = token;
    this.where = where;
    this.clock = new AheadClock(world);
  }

  /** What time it is at the mock, as far as it was asked and told. */
  Clock clock() {
    return clock;
  }

  @Override
  public void introduce() {
    try {
      heed(ask(request("clock").GET()));
    } catch (IOException e) {
      throw refusal("nobody answers at " + api + "; is the mock running, with its admin API?");
    } catch (Unwilling e) {
      throw refusal(String.valueOf(e.getMessage()));
    }
  }

  private InvalidSource refusal(String why) {
    return new InvalidSource(List.of(new Problem(where, why)));
  }

  @Override
  public void shutdown() {
    tell("shutdown", Json.object());
  }

  @Override
  public void disconnectAll() {
    tell("disconnect", Json.object());
  }

  @Override
  public void sendAsDatabase(String topic, String event, JsonNode payload, boolean isPrivate) {
    var message = Json.object().put("topic", topic).put("event", event).put("private", isPrivate);
    message.set("payload", payload);
    tell("broadcast", message.put("via", "database"));
  }

  @Override
  public void advance(Duration time) {
    heed(tell("clock/advance", Json.object().put("by", time.toString())));
  }

  private void heed(JsonNode time) {
    try {
      clock.setAhead(Duration.parse(time.path("ahead").asString("")));
    } catch (DateTimeParseException e) {
      throw new Unwilling(api + " is no admin API: it does not say how far its clock is ahead");
    }
  }

  private JsonNode tell(String what, JsonNode how) {
    try {
      return ask(
          request(what)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(how.toString())));
    } catch (IOException e) {
      throw new Unwilling(api + " does not answer any more: " + e.getMessage());
    }
  }

  private HttpRequest.Builder request(String what) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + "/" + what)).timeout(PATIENCE);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    return request;
  }

  private JsonNode ask(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new Unwilling(
            "%s says %d: %s".formatted(api, answer.statusCode(), answer.body().strip()));
      }
      return Json.parse(answer.body())
          .orElseThrow(() -> new Unwilling(api + " is no admin API: its answer is no JSON"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unwilling(api + " was not waited for: the run is being ended");
    }
  }

  /** It does not do what it is told. */
  private static final class Unwilling extends RuntimeException {
    Unwilling(String why) {
      super(why);
    }
  }
}
