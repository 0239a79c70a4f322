package dev.broadcasttck.mock.verify;

import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A question to a journal.
 *
 * @param settle comes back when all has been noted that has arrived before
 */
public record Verification(Journal journal, Runnable settle) {
  /**
   * Waits until as much has come as is expected, and fails where it does not or where more has come
   * by then.
   *
   * @throws AssertionError with the journal
   */
  public void verify(Expectation expected, Duration budget) {
    Optional<Boolean> enough = await(expected, budget);
    settle.run();
    List<Entry> entries = journal.entries();
    int times = count(expected, entries);
    if (!expected.count().admits(times)) {
      String when = enough.isPresent() ? "" : " within " + budget.toMillis() + " ms";
      throw new AssertionError(
          "expected %s, came %s%s. All that came and went:%n%s"
              .formatted(expected, Count.inWords(times), when, JournalText.of(entries)));
    }
  }

  private Optional<Boolean> await(Expectation expected, Duration budget) {
    try {
      return journal.await(
          entries ->
              Optional.of(true).filter(yes -> expected.count().isReached(count(expected, entries))),
          budget);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + expected, e);
    }
  }

  private static int count(Expectation expected, List<Entry> entries) {
    return (int)
        entries.stream()
            .flatMap(entry -> Arrival.in(entry.event()).stream())
            .filter(expected::fits)
            .count();
  }
}
