package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.history.History;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * A second look at a result: whatever its script was about, a conversation that breaks a binding
 * rule fails.
 */
record Hindsight(RuleBook rules) {

  Result look(Result result) {
    List<Finding> found =
        History.violations(result.tape()).stream()
            .filter(this::binds)
            .map(violation -> finding(result, violation))
            .toList();
    if (found.isEmpty() || result.verdict() == Verdict.HARNESS_ERROR) {
      return result;
    }
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.addAll(found);
    return new Result(
        result.scenario(),
        result.variant(),
        result.level(),
        Verdict.FAILED,
        result.duration(),
        findings,
        result.evidence(),
        result.tape());
  }

  private boolean binds(Violation violation) {
    return rules.rule(violation.rule()).map(Rule::level).filter(l -> l.isBinding()).isPresent();
  }

  private static Finding finding(Result result, Violation violation) {
    return new Finding(
        result.scenario().location(),
        "%s: %s".formatted(violation.rule(), violation.expected()),
        "%s, %s".formatted(violation.where().actor(), violation.actual()));
  }
}
