package dev.broadcasttck.conformance.certify;

import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a playing shows of rules.
 *
 * @param rules which it proves
 * @param weakest the weakest evidence among its negatives; empty where it has none
 */
public record Shown(List<String> rules, Verdict verdict, Optional<Grade> weakest) {
  public static Shown by(Result result) {
    return new Shown(
        result.scenario().proves(),
        result.verdict(),
        result.negatives().stream().map(Negative::grade).max(Comparator.naturalOrder()));
  }
}
