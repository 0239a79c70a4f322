package dev.broadcasttck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a key in it. */
final class KeyFile {
  private KeyFile() {}

  static String text(String option, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Mistake.usage(option + ": " + file + " cannot be read as text");
    }
  }
}
