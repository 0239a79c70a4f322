package dev.broadcasttck.conformance.codec;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The receiving half of the client's codec: what a server wrote, read as far as it can be read.
 *
 * <p>Never throws: what cannot be read is {@link Reading.Noise}. Extra keys of a version 1 frame
 * are let pass, for a client has no use for them.
 *
 * @param vsn the framing that the socket was opened with
 */
public record Decoder(ProtocolVersion vsn) {

  public Frame text(String content) {
    return new Frame(
        Encoding.TEXT, content, reading(() -> TextDecoder.of(vsn).read(Json.read("it", content))));
  }

  public Frame binary(byte[] content) {
    return new Frame(
        Encoding.BINARY, HexFormat.of().formatHex(content), reading(() -> envelope(content)));
  }

  private Envelope envelope(byte[] content) {
    if (vsn == ProtocolVersion.V1) {
      throw new Unreadable("version 1 knows no binary frames");
    }
    return BinaryDecoder.read(content);
  }

  private static Reading reading(Supplier<Envelope> decoding) {
    try {
      return new Reading.Message(decoding.get());
    } catch (Unreadable e) {
      return new Reading.Noise(e.why());
    }
  }
}
