package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of an entry when a run has shown what it is still good for. */
sealed interface Fate {
  /** It stays as it is written. */
  record Kept() implements Fate {}

  /** Nothing that it is about fails any more. */
  record Dropped() implements Fate {}

  /** It fails for another cause. */
  record Repinned(String cause) implements Fate {}

  /** Only a part of it still fails, or in several ways. */
  record Split(List<Failure> failures) implements Fate {}

  /** The verdicts by which something fails. */
  Set<Verdict> FAILING = EnumSet.of(Verdict.FAILED, Verdict.KNOWN_FAILING);

  /** The verdicts by which something passes. */
  Set<Verdict> PASSING = EnumSet.of(Verdict.PASSED, Verdict.UNEXPECTED_PASS);

  /**
   * The fate of an entry.
   *
   * @param own the results that it speaks for
   * @param all of the run
   */
  static Fate of(BaselineEntry entry, List<RecordedResult> own, Collection<RecordedResult> all) {
    List<RecordedResult> failing =
        own.stream().filter(result -> FAILING.contains(result.verdict())).toList();
    boolean passes = own.stream().anyMatch(result -> PASSING.contains(result.verdict()));
    if (entry.kind() == Kind.KNOWN_FLAKY || (failing.isEmpty() && !passes)) {
      return new Kept();
    }
    boolean isPinned = entry.cause().isPresent();
    if (failing.isEmpty()) {
      return own.stream().allMatch(it -> PASSING.contains(it.verdict()) || isMoot(it))
          ? new Dropped()
          : new Kept();
    }
    if (passes || (isPinned && Failure.causes(failing) > 1)) {
      return new Split(Failure.of(failing, all));
    }
    Optional<String> cause = failing.get(0).cause();
    return isPinned && cause.isPresent() && !entry.allows(cause)
        ? new Repinned(cause.get())
        : new Kept();
  }

  private static boolean isMoot(RecordedResult result) {
    return result.verdict() == Verdict.NOT_APPLICABLE;
  }
}
