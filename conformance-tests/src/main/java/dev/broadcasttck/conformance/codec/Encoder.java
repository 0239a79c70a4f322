package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sending half of the client's codec.
 *
 * @param vsn the framing that the socket was opened with
 */
public record Encoder(ProtocolVersion vsn) {

  /** Whatever bytes a script wants on the wire, illegal ones included. */
  public static Frame raw(String content) {
    return new Frame(Encoding.TEXT, content, new Reading.Noise("sent as the script has it"));
  }

  /** Whatever bytes a script wants on the wire, illegal ones included. */
  public static Frame raw(byte[] content) {
    return new Frame(Encoding.BINARY, hex(content), new Reading.Noise("sent as the script has it"));
  }

  /** A text frame. */
  public Frame text(Envelope envelope) {
    JsonNode frame = vsn == ProtocolVersion.V1 ? object(envelope) : array(envelope);
    return new Frame(Encoding.TEXT, Json.write(frame), new Reading.Message(envelope));
  }

  /**
   * A binary frame of kind 0, the plain push.
   *
   * @throws IllegalArgumentException if a field is longer than such a frame can say
   */
  public Frame push(Envelope envelope) {
    return binary(BinaryEncoder.push(envelope), envelope);
  }

  /**
   * A binary frame of kind 3, the user broadcast push.
   *
   * @throws IllegalArgumentException if a field is longer than such a frame can say
   */
  public Frame userBroadcast(Envelope envelope) {
    return binary(BinaryEncoder.userBroadcast(envelope), envelope);
  }

  private static Frame binary(byte[] content, Envelope envelope) {
    return new Frame(Encoding.BINARY, hex(content), new Reading.Message(envelope));
  }

  private static String hex(byte[] content) {
    return HexFormat.of().formatHex(content);
  }

  private static ObjectNode object(Envelope envelope) {
    ObjectNode frame = Json.object().put("topic", envelope.topic()).put("event", envelope.event());
    frame.set("payload", envelope.payload());
    frame.set("ref", envelope.ref());
    if (!envelope.joinRef().isNull()) {
      frame.set("join_ref", envelope.joinRef());
    }
    return frame;
  }

  private static ArrayNode array(Envelope envelope) {
    return Json.array()
        .add(envelope.joinRef())
        .add(envelope.ref())
        .add(envelope.topic())
        .add(envelope.event())
        .add(envelope.payload());
  }
}
