package dev.broadcasttck.spec.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
