package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of playings that were not green in a crowd, in which the machine may have been too slow
 * for their short timers, and were played again when it was gone. The second verdict counts, but
 * nobody is to take it for the only one.
 *
 * @param first by their ids
 * @param second of those of the first that were played again
 */
record SecondLook(Map<String, Result> first, Collection<Result> second) {
  /** All of the first, with the second in their places. */
  List<Result> results() {
    Map<String, Result> again = second.stream().collect(Collectors.toMap(Result::id, this::told));
    return first.values().stream().map(it -> again.getOrDefault(it.id(), it)).toList();
  }

  private Result told(Result result) {
    List<String> evidence = new ArrayList<>();
    evidence.add("played again after the others, among whom it " + sentence(before(result)));
    evidence.addAll(result.evidence());
    return result.evident(evidence);
  }

  private Result before(Result result) {
    return first.getOrDefault(result.id(), result);
  }

  private static String sentence(Result result) {
    return result.findings().stream()
        .findFirst()
        .map(
            why ->
                "was %s: expected %s; %s".formatted(result.verdict(), why.expected(), why.actual()))
        .orElse("was " + result.verdict());
  }

  /** Names those that ended otherwise then. */
  Optional<Remark> remark() {
    List<String> changed =
        second.stream()
            .filter(it -> it.verdict() != before(it).verdict())
            .map(it -> "%s (%s, then %s)".formatted(it.id(), before(it).verdict(), it.verdict()))
            .toList();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Remark(
                ExitCode.CONFORMANT,
                "ended otherwise when played again without the others: "
                    + String.join(", ", changed)));
  }
}
