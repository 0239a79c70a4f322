package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.endpoint.Secret;
import tools.jackson.databind.node.ObjectNode;

/** What a channel asks for when it joins. */
final class JoinPayload {
  private JoinPayload() {}

  /** The token goes along where the channel needs authorization: with its first join already. */
  static ObjectNode of(ChannelOptions options, Secret token) {
    ObjectNode config = Json.object();
    config.set("broadcast", Json.object().put("self", options.self()).put("ack", options.ack()));
    config.set("presence", Json.object().put("key", ""));
    config.set("postgres_changes", Json.array());
    config.put("private", options.isPrivate());
    ObjectNode payload = Json.object();
    payload.set("config", config);
    if (options.isPrivate()) {
      payload.put("access_token", token.reveal());
    }
    return payload;
  }
}
