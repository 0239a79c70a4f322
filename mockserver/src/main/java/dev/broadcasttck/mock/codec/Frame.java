package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.wire.Manner;

/**
 * A whole WebSocket message, either way.
 *
 * @param manner how it gets onto the wire, where it is sent
 */
public record Frame(Kind kind, Bytes bytes, Manner manner) {
  /** One as it should be. */
  public Frame(Kind kind, Bytes bytes) {
    this(kind, bytes, Manner.PLAIN);
  }

  /** The same in another manner. */
  public Frame in(Manner other) {
    return new Frame(kind, bytes, other);
  }

  /** The opcode. */
  public enum Kind {
    TEXT,
    BINARY
  }

  public static Frame text(String text) {
    return new Frame(Kind.TEXT, Bytes.utf8(text));
  }

  public static Frame binary(Bytes bytes) {
    return new Frame(Kind.BINARY, bytes);
  }

  /** A text as it is, anything else in hexadecimal. */
  @Override
  public String toString() {
    return kind == Kind.TEXT ? bytes.utf8() : bytes.toString();
  }
}
