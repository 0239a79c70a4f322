package dev.broadcasttck.conformance.served;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a request says besides its method. */
record Parameters(JsonNode node) {
  private static final String SERVICE = "/realtime/v1";

  String text(String member) {
    return optional(member).orElseThrow(() -> Refusal.lacks(member));
  }

  Optional<String> optional(String member) {
    return node.path(member).stringValueOpt();
  }

  JsonNode json(String member) {
    return node.path(member);
  }

  /** The project that the user names by its base. */
  Endpoint endpoint() {
    URI base = URI.create(text("url"));
    String scheme = base.getScheme().equals("https") ? "wss" : "ws";
    String path = base.getRawPath() + SERVICE;
    Map<String, String> headers = new HashMap<>();
    node.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString()));
    return new Endpoint(
        URI.create(scheme + "://" + base.getRawAuthority() + path + "/websocket"),
        base.resolve(path + "/api/broadcast"),
        new Secret(text("key")),
        headers);
  }

  Timers timers() {
    return new Timers(time("timeoutMs"), time("heartbeatMs"), time("reconnectMs"));
  }

  ProtocolVersion vsn() {
    return node.path("options").path("vsn").asString("").startsWith("1")
        ? ProtocolVersion.V1
        : ProtocolVersion.V2;
  }

  Optional<TokenSource> token() {
    JsonNode token = node.path("token");
    Optional<TokenSource> value =
        token.path("value").stringValueOpt().map(text -> new TokenSource.Given(new Secret(text)));
    return token.has("callback")
        ? Optional.of(new TokenSource.Called(secret(token.path("callback")), delay(token)))
        : value;
  }

  /** What the function does from now on that yields the token. */
  TokenSource.Called tokenFunction() {
    return new TokenSource.Called(secret("token"), delay(node));
  }

  /** What a function yields for a token; an empty one stands for none. */
  Secret secret(String member) {
    return secret(node.path(member));
  }

  private static Secret secret(JsonNode text) {
    return new Secret(text.asString(""));
  }

  ChannelOptions channelOptions() {
    JsonNode config = node.path("config");
    JsonNode broadcast = config.path("broadcast");
    return new ChannelOptions(
        broadcast.path("self").asBoolean(false),
        broadcast.path("ack").asBoolean(false),
        config.path("private").asBoolean(false));
  }

  private static Optional<Duration> delay(JsonNode token) {
    return Optional.of(token.path("delayMs").asLong(-1))
        .filter(millis -> millis >= 0)
        .map(Duration::ofMillis);
  }

  private Optional<Duration> time(String member) {
    return Optional.of(node.path("options").path(member).asLong(0))
        .filter(millis -> millis > 0)
        .map(Duration::ofMillis);
  }
}
