package dev.broadcasttck.noise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What makes bytes a little wrong, or wrong altogether. */
final class Spoiler {
  private static final int LONG = 70_000;
  private static final int SELDOM = 200;
  private static final int LONGEST_STRETCH = 24;

  /** What readers of JSON, of references and of topics stumble over. */
  private static final List<String> STUMBLING_BLOCKS =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "1e-99999999",
          "1.0e-9999999999",
          "1E+2147483647",
          "-0.0",
          "01",
          "99999999999999999999",
          "NaN",
          "\"\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\\\"",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "{}",
          "[]",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "/*",
          "{\"a\":",
          "\"realtime:a\"",
          "\"realtime:\"",
          "\"phoenix\"",
          "\"phx_join\"",
          "\"phx_leave\"",
          "\"phx_close\"",
          "\"phx_error\"",
          "\"phx_reply\"",
          "\"broadcast\"",
          "\"presence\"",
          "\"access_token\"",
          "\"heartbeat\"",
          "\"type\":\"broadcast\",\"type\":",
          "\"private\":true",
          "\"config\":null",
          "\"config\":[]",
          "\"__proto__\":{}",
          "[".repeat(60),
          "[".repeat(5_000),
          "{\"a\":".repeat(2_000),
          "9".repeat(2_000));

  private final SplittableRandom random;

  Spoiler(SplittableRandom random) {
    this.random = random;
  }

  /**
   * Spoils bytes once.
   *
   * @param other from which something may be borrowed
   */
  byte[] spoil(byte[] bytes, byte[] other) {
    int from = place(bytes);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_STRETCH));
    return switch (random.nextInt(8)) {
      case 0 -> joined(bytes, from, octet(), from);
      case 1 -> joined(bytes, from, octet(), Math.min(bytes.length, from + 1));
      case 2 -> joined(bytes, from, new byte[0], to);
      case 3 -> joined(bytes, to, stretch(bytes, from, to), to);
      case 4 -> joined(bytes, from, new byte[0], bytes.length);
      case 5 -> joined(bytes, from, stretch(other, place(other), other.length), bytes.length);
      case 6 -> joined(bytes, from, block(), to);
      default -> joined(bytes, from, block(), from);
    };
  }

  private int place(byte[] bytes) {
    return random.nextInt(bytes.length + 1);
  }

  private byte[] octet() {
    return new byte[] {(byte) random.nextInt(256)};
  }

  private byte[] block() {
    if (random.nextInt(SELDOM) == 0) {
      return "x".repeat(LONG).getBytes(UTF_8);
    }
    return STUMBLING_BLOCKS.get(random.nextInt(STUMBLING_BLOCKS.size())).getBytes(UTF_8);
  }

  private static byte[] stretch(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The beginning, then something else, then the end from another place on. */
  private static byte[] joined(byte[] bytes, int end, byte[] between, int start) {
    var whole = new ByteArrayOutputStream(bytes.length + between.length);
    whole.write(bytes, 0, end);
    whole.writeBytes(between);
    whole.write(bytes, start, bytes.length - start);
    return whole.toByteArray();
  }
}
