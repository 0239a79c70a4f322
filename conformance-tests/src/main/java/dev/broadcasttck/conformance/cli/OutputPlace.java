package dev.broadcasttck.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file or a directory that an option names, for us to write into. */
final class OutputPlace {
  private OutputPlace() {}

  /** Told before the work. */
  static void refuseUnwritable(String option, @Nullable Path place) {
    if (place == null || !Files.isDirectory(place)) {
      OutputFile.refuseUnwritable(option, place);
    } else if (!Files.isWritable(place)) {
      throw Mistake.usage(option + ": nothing can be written into " + place);
    }
  }
}
