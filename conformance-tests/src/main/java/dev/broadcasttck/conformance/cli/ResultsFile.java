package dev.broadcasttck.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file that {@code --json} names. */
final class ResultsFile {
  private ResultsFile() {}

  /** Told before the run, for afterwards the results would be lost. */
  static void refuseUnwritable(@Nullable Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw Mistake.usage("--json: " + file + " is a directory; name a file");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw Mistake.usage("--json: the directory of " + file + " does not exist");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw Mistake.usage("--json: " + file + " cannot be written");
    }
  }
}
