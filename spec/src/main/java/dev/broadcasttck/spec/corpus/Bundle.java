package dev.broadcasttck.spec.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The files that are part of the suite. The class path cannot be listed, so each folder has an
 * index of its files.
 */
final class Bundle {
  static final String INDEX = "index.txt";

  private Bundle() {}

  /** The files below {@code rules} or {@code scenarios}, in the order of the index. */
  static List<SourceFile> files(String folder) {
    return text(folder + "/" + INDEX)
        .lines()
        .map(path -> SourceFile.of("spec/" + folder + "/" + path, path, text(folder + "/" + path)))
        .toList();
  }

  /** SHA-256 of the files of some folders: of each its name, its length and its text. */
  static String digest(List<String> folders) {
    MessageDigest digest = sha256();
    folders.stream()
        .flatMap(folder -> files(folder).stream())
        .forEach(
            file -> {
              byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
              String head = file.name() + " " + text.length + "\n";
              digest.update(head.getBytes(StandardCharsets.UTF_8));
              digest.update(text);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String path) {
    try (InputStream in = Bundle.class.getResourceAsStream("/tck/" + path)) {
      if (in == null) {
        throw new IllegalStateException("tck/" + path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
