package dev.broadcasttck.conformance.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of this and that, in hexadecimal. */
final class Digest {
  private Digest() {}

  static String of(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of the jar that this runs from; {@code unpacked} where it runs from no jar. */
  static String ofTool() {
    CodeSource source = Digest.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar) ? of(Files.readAllBytes(jar)) : "unpacked";
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a jar has an address", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
