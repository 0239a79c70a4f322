package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HexFormat;

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
    TextPush push =
        new TextPush(
            envelope.joinRef(),
            envelope.ref(),
            Json.text(envelope.topic()),
            Json.text(envelope.event()),
            envelope.payload());
    return new Frame(Encoding.TEXT, Json.write(push.frame(vsn)), new Reading.Message(envelope));
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
}
