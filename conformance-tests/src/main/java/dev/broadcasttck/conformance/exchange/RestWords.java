package dev.broadcasttck.conformance.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.exchange.Push.Carrier;
import dev.broadcasttck.spec.protocol.Envelope;
import java.net.URLDecoder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What members of a topic are to get of a request.
 *
 * @param actor who sent it
 * @param sentAt how long the tape was before
 */
record RestWords(String actor, int sentAt) {
  private static final String PREFIX = "realtime:";
  private static final Pattern ONE_EVENT =
      Pattern.compile("/api/broadcast/([^/?]+)/events/([^/?]+)(\\?.*)?");

  /** The broadcasts in a request; none where it is no such request, or makes no sense. */
  List<Push> read(String path, String body, JsonNode written) {
    Matcher one = ONE_EVENT.matcher(path);
    if (one.matches()) {
      return event(decoded(one.group(1)), decoded(one.group(2)), body, written);
    }
    return Json.parse(body)
        .filter(it -> it.path("messages").isArray())
        .map(this::batch)
        .orElse(List.of());
  }

  /** The broadcasts in a batch. */
  List<Push> batch(JsonNode body) {
    return body.path("messages").valueStream().map(this::message).toList();
  }

  private Push message(JsonNode message) {
    Optional<JsonNode> meta =
        message.optional("id").filter(JsonNode::isString).map(RestWords::meta);
    UserBroadcast broadcast =
        new UserBroadcast(
            message.path("event").asString(""),
            message.optional("payload").orElse(Json.none()),
            meta);
    return push(message.path("topic").asString(""), broadcast, Carrier.REST);
  }

  private List<Push> event(String topic, String event, String body, JsonNode written) {
    Optional<JsonNode> payload =
        written.has("hex") ? Optional.of(bytes(written.path("hex").asString())) : Json.parse(body);
    return payload.map(it -> push(topic, new UserBroadcast(event, it), Carrier.REST_EVENT)).stream()
        .toList();
  }

  private Push push(String topic, UserBroadcast broadcast, Carrier carrier) {
    Envelope envelope =
        new Envelope(Json.none(), Json.none(), PREFIX + topic, "broadcast", broadcast.toPayload());
    return new Push(actor, "", sentAt, envelope, carrier, List.of());
  }

  private static JsonNode bytes(String hex) {
    return JsonNodeFactory.instance.binaryNode(HexFormat.of().parseHex(hex));
  }

  private static JsonNode meta(JsonNode id) {
    ObjectNode meta = Json.object();
    return meta.set("id", id);
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }
}
