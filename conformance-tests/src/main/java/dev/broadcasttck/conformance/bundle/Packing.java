package dev.broadcasttck.conformance.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Traces compressed each by itself, so that their bytes are what is signed. */
final class Packing {
  /** No conversation is longer than this; a file that unpacks to more is none of ours. */
  private static final int LARGEST = 256 * 1024 * 1024;

  private Packing() {}

  static byte[] pack(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String unpack(String name, byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] content = gzip.readNBytes(LARGEST);
      if (gzip.read() >= 0) {
        throw new Refusal(name + " is larger than any trace");
      }
      return new String(content, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new Refusal(name + " cannot be unpacked: " + broken.getMessage());
    }
  }
}
