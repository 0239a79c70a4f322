package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame of RFC 6455 as it is on the wire, from a server, whether it is legal or not.
 *
 * @param first the byte of FIN, the reserved bits and the opcode
 */
record WireFrame(int first, Bytes payload) {
  static final int FIN = 0x80;
  static final int RESERVED = 0x40;
  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;

  private static final int MASKED = 0x80;
  private static final int OPCODE = 0x0f;
  private static final int LENGTH = 0x7f;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  /** Reads one that is legal. */
  static WireFrame of(Bytes wire) {
    int length = wire.at(1) & LENGTH;
    int header = length == TWO_BYTES ? 4 : length == EIGHT_BYTES ? 10 : 2;
    return new WireFrame(wire.at(0), wire.slice(header, wire.length()));
  }

  static WireFrame close(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    byte[] body = ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array();
    return new WireFrame(FIN | CLOSE, Bytes.of(body));
  }

  int opcode() {
    return first & OPCODE;
  }

  WireFrame withFirst(int other) {
    return new WireFrame(other, payload);
  }

  /** A part of it, as a frame of its own. */
  WireFrame part(int other, int from, int to) {
    return new WireFrame(other, payload.slice(from, to));
  }

  Bytes bytes() {
    return join(header(0), payload.toArray());
  }

  private byte[] header(int maskBit) {
    int length = payload.length();
    if (length < TWO_BYTES) {
      return new byte[] {(byte) first, (byte) (length | maskBit)};
    }
    return length <= 0xffff
        ? ByteBuffer.allocate(4)
            .put((byte) first)
            .put((byte) (TWO_BYTES | maskBit))
            .putShort((short) length)
            .array()
        : ByteBuffer.allocate(10)
            .put((byte) first)
            .put((byte) (EIGHT_BYTES | maskBit))
            .putLong(length)
            .array();
  }

  /** The same under a mask, as only clients may send it. */
  Bytes masked() {
    byte[] hidden = payload.toArray();
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] ^= MASK[i % MASK.length];
    }
    return join(header(MASKED), MASK, hidden);
  }

  static Bytes join(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return Bytes.of(whole.toByteArray());
  }

  static Bytes join(Bytes... parts) {
    var whole = new ByteArrayOutputStream();
    for (Bytes part : parts) {
      whole.writeBytes(part.toArray());
    }
    return Bytes.of(whole.toByteArray());
  }
}
