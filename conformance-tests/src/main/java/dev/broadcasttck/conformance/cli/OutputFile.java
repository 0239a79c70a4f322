package dev.broadcasttck.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that an option names, for us to write. */
final class OutputFile {
  private OutputFile() {}

  /** Told before the work, for afterwards what came of it would be lost. */
  static void refuseUnwritable(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw Mistake.usage(option + ": " + file + " is a directory; name a file");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw Mistake.usage(option + ": the directory of " + file + " does not exist");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw Mistake.usage(option + ": " + file + " cannot be written");
    }
  }

  /** Writes what there is to be written, if there is a file for it. */
  static void write(@Nullable Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
