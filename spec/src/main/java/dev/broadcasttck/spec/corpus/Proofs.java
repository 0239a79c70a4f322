package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.source.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether each rule has a scenario that proves it, or says why it has none. */
final class Proofs {
  private Proofs() {}

  /** Adds what is wrong to the problems; these must be all scenarios there are for the rules. */
  static void review(RuleBook rules, List<Scenario> scenarios, Problems problems) {
    Set<String> proven =
        scenarios.stream().flatMap(s -> s.proves().stream()).collect(Collectors.toSet());
    rules.rules().forEach(rule -> review(rule, proven.contains(rule.id()), problems));
  }

  private static void review(Rule rule, boolean isProven, Problems problems) {
    if (!isProven && rule.untestable().isEmpty()) {
      problems.add(
          rule.location(),
          "no scenario proves `%s`: write one, or say why it is `untestable`".formatted(rule.id()));
    }
    if (isProven && rule.untestable().isPresent()) {
      problems.add(
          rule.location(),
          "`%s` is called untestable, yet a scenario proves it".formatted(rule.id()));
    }
  }
}
