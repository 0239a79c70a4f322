package dev.broadcasttck.conformance.tape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A tape that is full, and when it was looked at while it was written: whoever looks again in the
 * same order sees the same.
 *
 * @param entries all lines
 * @param glances in their order; a wait is two, where it begins and where it ends
 */
public record Take(List<Entry> entries, List<Glance> glances) {

  /** Why nobody can have seen this so; empty if somebody can. */
  public Optional<String> flaw() {
    return disorder().or(this::blindness);
  }

  private Optional<String> disorder() {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean goesBack = i > 0 && entry.at().compareTo(entries.get(i - 1).at()) < 0;
      if (entry.number() != i || goesBack) {
        return Optional.of("its line %d comes before the line above it".formatted(i + 1));
      }
    }
    return Optional.empty();
  }

  /** A look sees exactly what was written by then. */
  private Optional<String> blindness() {
    Glance before = new Glance(0, Duration.ZERO);
    for (Glance glance : glances) {
      boolean goesBack =
          glance.length() < before.length() || glance.at().compareTo(before.at()) < 0;
      if (goesBack || glance.length() > entries.size() || !sees(glance)) {
        return Optional.of(
            "at %.3f ms there were not %d lines on it"
                .formatted(glance.at().toNanos() / 1e6, glance.length()));
      }
      before = glance;
    }
    boolean isSeen = before.length() == entries.size();
    return isSeen ? Optional.empty() : Optional.of("nobody has looked at all of its lines");
  }

  private boolean sees(Glance glance) {
    int length = glance.length();
    boolean isWritten = length == 0 || entries.get(length - 1).at().compareTo(glance.at()) <= 0;
    boolean isAll =
        length == entries.size() || entries.get(length).at().compareTo(glance.at()) >= 0;
    return isWritten && isAll;
  }
}
