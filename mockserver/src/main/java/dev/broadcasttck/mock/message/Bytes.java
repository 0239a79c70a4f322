package dev.broadcasttck.mock.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A stretch of bytes that nobody writes to any more. */
public final class Bytes {
  private static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int start;
  private final int end;

  private Bytes(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
  }

  /** The given array itself, which the caller gives away. */
  public static Bytes of(byte[] array) {
    return array.length == 0 ? EMPTY : new Bytes(array, 0, array.length);
  }

  public static Bytes utf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Bytes hex(String digits) {
    return of(HexFormat.of().parseHex(digits));
  }

  /** The bytes from {@code from} up to, and without, {@code to}; not a copy. */
  public Bytes slice(int from, int to) {
    return new Bytes(array, start + from, start + to);
  }

  public int length() {
    return end - start;
  }

  /** The byte at an index, as a number from 0 to 255. */
  public int at(int index) {
    return array[start + index] & 0xff;
  }

  /** A copy. */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, start, end);
  }

  /** Copies these bytes into {@code target} from {@code offset} on. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(array, start, target, offset, length());
  }

  /** These bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
  public String utf8() {
    return new String(array, start, length(), StandardCharsets.UTF_8);
  }

  public boolean isUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(array, start, length()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(array, start, end, that.array, that.start, that.end);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toArray());
  }

  /** In hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(array, start, end);
  }
}
