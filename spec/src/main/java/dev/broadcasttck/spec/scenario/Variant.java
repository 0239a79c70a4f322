package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/**
 * One way to play a scenario: the framing of its sockets and of its broadcasts.
 *
 * @param vsn the protocol version of every actor that does not name its own
 * @param encoding how those actors frame their broadcasts
 * @param isOwn whether instead they do as their client does by itself
 */
public record Variant(ProtocolVersion vsn, Encoding encoding, boolean isOwn) {
  /** Whatever the client speaks by itself. */
  public static final Variant ANY = new Variant(ProtocolVersion.V1, Encoding.TEXT, true);

  private static final String ANY_WORD = "any";
  private static final String BINARY = "+binary";

  public Variant(ProtocolVersion vsn, Encoding encoding) {
    this(vsn, encoding, false);
  }

  /** The variant with that name, as {@link #toString()} writes it. */
  public static Optional<Variant> named(String name) {
    if (name.equals(ANY_WORD)) {
      return Optional.of(ANY);
    }
    boolean isBinary = name.endsWith(BINARY);
    String vsn = isBinary ? name.substring(0, name.length() - BINARY.length()) : name;
    return ProtocolVersion.named(vsn)
        .map(version -> new Variant(version, isBinary ? Encoding.BINARY : Encoding.TEXT));
  }

  /** {@code 1.0.0}, {@code 2.0.0}, {@code 2.0.0+binary} or {@code any}. */
  @Override
  public String toString() {
    if (isOwn) {
      return ANY_WORD;
    }
    return encoding == Encoding.BINARY ? vsn + BINARY : vsn.vsn();
  }
}
