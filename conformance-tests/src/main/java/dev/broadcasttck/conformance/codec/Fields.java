package dev.broadcasttck.conformance.codec;

import java.nio.ByteBuffer;

/** A binary frame on its way from the first byte to the last. */
final class Fields {
  private final ByteBuffer bytes;

  Fields(byte[] content) {
    this.bytes = ByteBuffer.wrap(content);
  }

  int octet(String field) {
    demand(field, 1);
    return Byte.toUnsignedInt(bytes.get());
  }

  String text(String field, int length) {
    demand(field, length);
    return Utf8.read(field, take(length));
  }

  byte[] rest() {
    return take(bytes.remaining());
  }

  private byte[] take(int length) {
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  private void demand(String field, int length) {
    if (bytes.remaining() < length) {
      throw new Unreadable(
          "its %s wants %d bytes, and %d are left".formatted(field, length, bytes.remaining()));
    }
  }
}
