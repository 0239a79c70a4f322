package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;

/** A whole WebSocket message, either way. */
public record Frame(Kind kind, Bytes bytes) {

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
