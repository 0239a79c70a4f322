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
import java.util.function.Consumer;

/**
 * A second look at a result: whatever its script was about, a conversation that breaks a binding
 * rule fails, or is a harness error where the frame was ours. A scenario that binds nobody is let
 * pass.
 *
 * @param witnesses hear of every violation, whether it binds or not
 */
record Hindsight(RuleBook rules, Consumer<Violation> witnesses) {

  Result look(Result result) {
    if (!result.level().isBinding() || result.verdict() == Verdict.HARNESS_ERROR) {
      return result;
    }
    if (result.scenario().isOfClients()) {
      return result;
    }
    List<Finding> ours = findings(result, ourOwn(result));
    if (!ours.isEmpty()) {
      return worse(result, Verdict.HARNESS_ERROR, ours);
    }
    List<Violation> violations = History.violations(result.tape());
    violations.forEach(witnesses);
    List<Finding> theirs = findings(result, violations);
    return theirs.isEmpty() ? result : worse(result, Verdict.FAILED, theirs);
  }

  /** What plain sockets send is the script's, right or wrong; clients are held to the protocol. */
  private static List<Violation> ourOwn(Result result) {
    return result.scenario().isAtWireLevel() ? List.of() : History.ourOwn(result.tape());
  }

  private List<Finding> findings(Result result, List<Violation> violations) {
    return violations.stream()
        .filter(this::binds)
        .map(violation -> finding(result, violation))
        .toList();
  }

  private static Result worse(Result result, Verdict verdict, List<Finding> found) {
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.addAll(found);
    return result.but(verdict, findings);
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
