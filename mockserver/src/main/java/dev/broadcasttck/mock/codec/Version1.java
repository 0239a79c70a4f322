package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Text frames that hold an object; a server's has the keys ref, event, payload, topic. */
final class Version1 implements Codec {
  /** What the real server makes of a kind-0 broadcast (recording 10_v2_binary); no JSON. */
  private static final Bytes OPAQUE = Bytes.utf8("%{error: \"unable to parse response\"}");

  /** A binary frame that holds JSON is read like a text frame (recording 09_malformed_v1). */
  @Override
  public Optional<Push> decode(Frame frame) {
    return Outline.of(frame.bytes()).filter(outline -> !outline.isArray()).flatMap(this::push);
  }

  private Optional<Push> push(Outline object) {
    Optional<JsonNode> ref = object.tree("ref");
    Optional<JsonNode> topic = object.tree("topic");
    Optional<JsonNode> event = object.tree("event");
    Optional<JsonText> payload = object.text("payload");
    if (ref.isEmpty() || topic.isEmpty() || event.isEmpty() || payload.isEmpty()) {
      return Optional.empty();
    }
    JsonNode joinRef = object.tree("join_ref").orElse(Json.NULL);
    var content = new Payload.Text(payload.get());
    return Optional.of(new Push(joinRef, ref.get(), topic.get(), event.get(), content));
  }

  @Override
  public Frame encode(ServerMessage message) {
    Bytes payload = Json.write(message.payload());
    return frame(message.ref(), message.event(), payload, message.topic());
  }

  @Override
  public Optional<Frame> encode(Broadcast broadcast) {
    JsonNode topic = Json.string(broadcast.topic());
    return payload(broadcast.payload()).map(p -> frame(Json.NULL, "broadcast", p, topic));
  }

  private static Optional<Bytes> payload(Payload payload) {
    if (payload instanceof Payload.Text text) {
      return Optional.of(text.json().bytes());
    }
    if (payload instanceof Payload.User user) {
      return user.isJson() ? Optional.of(spliced(user)) : Optional.empty();
    }
    return Optional.of(OPAQUE);
  }

  /** The user's data as it is: data that is no JSON makes a frame that is none (10_v2_binary). */
  private static Bytes spliced(Payload.User user) {
    var writer = new ByteWriter().ascii("{\"event\":").json(user.event());
    user.meta().ifPresent(meta -> writer.ascii(",\"meta\":").json(meta));
    return writer
        .ascii(",\"payload\":")
        .bytes(user.data())
        .ascii(",\"type\":\"broadcast\"}")
        .toBytes();
  }

  private static Frame frame(JsonNode ref, String event, Bytes payload, JsonNode topic) {
    return new ByteWriter()
        .ascii("{\"ref\":")
        .json(ref)
        .ascii(",\"event\":")
        .json(event)
        .ascii(",\"payload\":")
        .bytes(payload)
        .ascii(",\"topic\":")
        .json(topic)
        .ascii("}")
        .toTextFrame();
  }
}
