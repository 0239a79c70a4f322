package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Text frames that hold an array of five, and binary frames. */
final class Version2 implements Codec {
  private static final int ELEMENTS = 5;

  @Override
  public Optional<Push> decode(Frame frame) {
    return frame.kind() == Frame.Kind.BINARY
        ? BinaryPush.decode(frame.bytes())
        : Outline.of(frame.bytes()).filter(Version2::isMessage).map(Version2::push);
  }

  /** What comes after the fifth element is ignored. */
  private static boolean isMessage(Outline outline) {
    return outline.isArray() && outline.size() >= ELEMENTS;
  }

  private static Push push(Outline array) {
    var payload = new Payload.Text(array.text(4));
    return new Push(array.tree(0), array.tree(1), array.tree(2), array.tree(3), payload);
  }

  @Override
  public Frame encode(ServerMessage message) {
    return frame(
        message.joinRef(),
        message.ref(),
        message.topic(),
        message.event(),
        Json.write(message.payload()));
  }

  /** A broadcast stays in the kind of frame in which it came. */
  @Override
  public Optional<Frame> encode(Broadcast broadcast) {
    if (broadcast.payload() instanceof Payload.Text text) {
      JsonNode topic = Json.string(broadcast.topic());
      return Optional.of(frame(Json.NULL, Json.NULL, topic, "broadcast", text.json().bytes()));
    }
    return broadcast.payload() instanceof Payload.User user
        ? BinaryBroadcast.user(broadcast.topic(), user)
        : BinaryBroadcast.opaque(broadcast.topic(), (Payload.Opaque) broadcast.payload());
  }

  private static Frame frame(
      JsonNode joinRef, JsonNode ref, JsonNode topic, String event, Bytes payload) {
    return new ByteWriter()
        .ascii("[")
        .json(joinRef)
        .ascii(",")
        .json(ref)
        .ascii(",")
        .json(topic)
        .ascii(",")
        .json(event)
        .ascii(",")
        .bytes(payload)
        .ascii("]")
        .toTextFrame();
  }
}
