package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.conformance.run.PlayingPattern;
import dev.broadcasttck.spec.source.Location;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is known not to pass.
 *
 * @param pattern what it is about
 * @param issue where it is dealt with
 * @param owner who sees to it
 * @param expires the last day on which the entry counts
 * @param cause the only cause that it excuses; any where there is none
 * @param location where it is written
 */
public record BaselineEntry(
    PlayingPattern pattern,
    Kind kind,
    String reason,
    Optional<String> issue,
    String owner,
    LocalDate expires,
    Optional<String> cause,
    Location location) {

  boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  /** Whether it speaks of this cause. */
  boolean allows(Optional<String> actual) {
    return cause.isEmpty() || cause.equals(actual);
  }

  /** One line: why, where it is dealt with, by whom and how long. */
  String inWords() {
    String details =
        Stream.of(issue, Optional.of(owner), Optional.of("until " + expires))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return reason + " (" + details + ")";
  }
}
