package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a channel asks for when it joins. */
final class JoinPayload {
  private JoinPayload() {}

  /**
   * What the next join asks for. The key goes along where the channel needs authorization: with its
   * first join already.
   *
   * @param isFirst whether it is the channel's first join
   * @param hasLeft whether the user has left the channel before
   */
  static JsonNode of(
      ScriptedClient client,
      ScriptedChannel channel,
      Optional<Secret> token,
      boolean isFirst,
      boolean hasLeft) {
    Conduct conduct = client.conduct();
    Optional<Secret> shown =
        token.or(
            () ->
                Optional.of(client.terms().options().endpoint().apiKey())
                    .filter(key -> channel.options().isPrivate()));
    Optional<Secret> firstToken = client.tokens().first(shown);
    if (isFirst && shown.equals(firstToken)) {
      return of(
          channel.options(),
          shown.filter(t -> !conduct.does(Misbehaviour.FIRST_JOIN_WITHOUT_TOKEN)),
          conduct);
    }
    if (!isFirst && conduct.does(Misbehaviour.REJOINS_WITHOUT_CONFIG)) {
      return Json.object().set("config", Json.object());
    }
    boolean old = !shown.equals(firstToken) && conduct.showsOldToken(isFirst || hasLeft);
    return of(channel.options(), old ? firstToken : shown, conduct);
  }

  /** The configuration, and the token if there is one to show. */
  private static ObjectNode of(ChannelOptions options, Optional<Secret> token, Conduct conduct) {
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
