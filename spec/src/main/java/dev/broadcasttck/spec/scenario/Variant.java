package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;

/**
 * One way to play a scenario: the framing of its sockets and of its broadcasts.
 *
 * @param vsn the protocol version of every actor that does not name its own
 * @param encoding how those actors frame their broadcasts
 */
public record Variant(ProtocolVersion vsn, Encoding encoding) {
  /** {@code 1.0.0}, {@code 2.0.0} or {@code 2.0.0+binary}. */
  @Override
  public String toString() {
    return encoding == Encoding.BINARY ? vsn + "+binary" : vsn.vsn();
  }
}
