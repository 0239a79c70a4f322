package dev.broadcasttck.conformance.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that bounds a run. */
final class TimeoutOption {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = LengthOfTime.class,
      description =
          "Cut the run off after this time, such as 90s or 10m. What there is by then is reported,"
              + " and the exit code is 2.")
  @Nullable Duration limit;

  Optional<Duration> limit() {
    if (limit != null && (limit.isZero() || limit.isNegative())) {
      throw Mistake.usage("--timeout: nothing can be played in no time");
    }
    return Optional.ofNullable(limit);
  }
}
