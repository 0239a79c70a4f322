package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/**
 * One way to play a scenario: the framing of its sockets and of its broadcasts.
 *
 * @param vsn the protocol version of every actor that does not name its own
 * @param encoding how those actors frame their broadcasts
 */
public record Variant(ProtocolVersion vsn, Encoding encoding) {
  private static final String BINARY = "+binary";

  /** The variant with that name, as {@link #toString()} writes it. */
  public static Optional<Variant> named(String name) {
    boolean isBinary = name.endsWith(BINARY);
    String vsn = isBinary ? name.substring(0, name.length() - BINARY.length()) : name;
    return ProtocolVersion.named(vsn)
        .map(version -> new Variant(version, isBinary ? Encoding.BINARY : Encoding.TEXT));
  }

  /** {@code 1.0.0}, {@code 2.0.0} or {@code 2.0.0+binary}. */
  @Override
  public String toString() {
    return encoding == Encoding.BINARY ? vsn + BINARY : vsn.vsn();
  }
}
