package dev.broadcasttck.conformance.verify;

import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.Optional;

/**
 * What came of a playing once.
 *
 * @param finding the first, if there is any
 */
public record Sighting(Attempt attempt, Verdict verdict, Optional<Finding> finding) {
  static Sighting of(Attempt attempt, Result result) {
    return new Sighting(attempt, result.verdict(), result.findings().stream().findFirst());
  }
}
