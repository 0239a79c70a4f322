package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;

/** A message or a control frame of a socket. */
public final class Message {
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  private static final int NO_CODE = 1005;

  private final int opcode;
  private final byte[] content;
  private final ByteBuf bytes;

  Message(int opcode, byte[] content, ByteBuf bytes) {
    this.opcode = opcode;
    this.content = content;
    this.bytes = bytes;
  }

  public int opcode() {
    return opcode;
  }

  /** Of all its fragments, unmasked; not to be written to. */
  public byte[] content() {
    return content;
  }

  /** As they came; whoever keeps them retains them. */
  public ByteBuf bytes() {
    return bytes;
  }

  public boolean isText() {
    return opcode == TEXT;
  }

  public boolean isBinary() {
    return opcode == BINARY;
  }

  public boolean isClose() {
    return opcode == CLOSE;
  }

  /** Of a close frame; 1005 where it names none. */
  public int code() {
    return content.length < 2 ? NO_CODE : ((content[0] & 0xff) << 8) + (content[1] & 0xff);
  }
}
