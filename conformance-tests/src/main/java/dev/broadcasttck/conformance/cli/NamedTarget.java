package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.target.Declaration;
import dev.broadcasttck.conformance.target.TargetFile;
import dev.broadcasttck.spec.source.DidYouMean;
import java.nio.file.Files;
import java.nio.file.Path;

/** A target as it is typed: the name of a preset, or a file. */
final class NamedTarget {
  private NamedTarget() {}

  static Declaration declaration(String typed) {
    if (TargetFile.PRESETS.contains(typed)) {
      return TargetFile.preset(typed);
    }
    Path file = Path.of(typed);
    if (!Files.isRegularFile(file)) {
      throw Mistake.usage(
          "--target: '"
              + typed
              + "' is neither a file nor a preset"
              + DidYouMean.among(TargetFile.PRESETS, typed));
    }
    return TargetFile.read(file);
  }
}
