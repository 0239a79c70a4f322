package dev.broadcasttck.conformance.bundle;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.PushReader;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** Reads frames again from what was on the wire, as they were read when they came. */
final class FrameReader {
  private FrameReader() {}

  /**
   * A frame.
   *
   * @param sent whether a client laid it out, rather than the server
   */
  static Frame read(JsonNode written, ProtocolVersion vsn, boolean sent) {
    String content = written.path(ExactLine.CONTENT).asString();
    Decoder decoder = new Decoder(vsn);
    return switch (written.path(ExactLine.KIND).asString()) {
      case "text" -> decoder.text(content);
      case "binary" -> sent ? PushReader.read(bytes(content)) : decoder.binary(bytes(content));
      case ExactLine.BROKEN -> broken(bytes(content));
      default -> throw new IllegalArgumentException("a frame of no kind");
    };
  }

  /** Whether it is a text message whose bytes are no text. */
  static boolean isBrokenText(Frame frame) {
    return frame.reading() instanceof Reading.Noise noise
        && Encoder.raw(new byte[0]).reading().equals(noise)
        && frame.kind() == Encoding.BINARY
        && !isText(bytes(frame.content()));
  }

  private static Frame broken(byte[] content) {
    if (isText(content)) {
      throw new IllegalArgumentException("a text that can be read is said to be broken");
    }
    return Encoder.raw(content);
  }

  private static boolean isText(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
