package dev.broadcasttck.conformance.shard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text's digest, the same on every machine.
 *
 * @param hex SHA-256
 */
record Digest(String hex) {

  static Digest of(String text) {
    return new Digest(HexFormat.of().formatHex(bytes(text)));
  }

  /** A number out of it that is not negative. */
  static int number(String text) {
    return ByteBuffer.wrap(bytes(text)).getInt() & Integer.MAX_VALUE;
  }

  private static byte[] bytes(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
