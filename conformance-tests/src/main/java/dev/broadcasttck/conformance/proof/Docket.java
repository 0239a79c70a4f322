package dev.broadcasttck.conformance.proof;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.verdict.Negative;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one playing has shown not to happen, and how to see that it does all the same, later. */
public final class Docket {
  private final List<Negative> negatives = new ArrayList<>();
  private final List<Function<List<Entry>, Optional<Entry>>> leaks = new ArrayList<>();

  /**
   * Enters a negative.
   *
   * @param leak finds the forbidden message, now or later
   */
  public void enter(Negative negative, Function<List<Entry>, Optional<Entry>> leak) {
    negatives.add(negative);
    leaks.add(leak);
  }

  public List<Negative> negatives() {
    return List.copyOf(negatives);
  }

  /** The first forbidden message on the tape. */
  public Optional<Entry> leak(List<Entry> entries) {
    return leaks.stream()
        .flatMap(leak -> leak.apply(entries).stream())
        .min(Comparator.comparing(Entry::number));
  }

  /** When a forbidden message was sent last, on the tape's clock. */
  public Duration lastSent() {
    return negatives.stream()
        .map(Negative::lastSent)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
