package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a channel asks for when it joins. */
final class JoinPayload {
  private JoinPayload() {}

  /** The configuration, and the token if there is one to show. */
  static ObjectNode of(ChannelOptions options, Optional<Secret> token, Conduct conduct) {
    ObjectNode payload = Json.object();
    payload.set("config", config(options, conduct));
    token.ifPresent(secret -> payload.put("access_token", secret.reveal()));
    return payload;
  }

  private static ObjectNode config(ChannelOptions options, Conduct conduct) {
    ObjectNode config = Json.object();
    config.set(
        "broadcast",
        Json.object().put("self", conduct.asksForSelf(options)).put("ack", options.ack()));
    config.set("presence", Json.object().put("key", ""));
    config.set("postgres_changes", Json.array());
    config.put("private", options.isPrivate());
    return config;
  }
}
