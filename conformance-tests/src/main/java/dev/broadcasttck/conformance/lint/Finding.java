package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.List;
import java.util.Locale;

/** A violation as it is told, with the rule that is broken. */
public record Finding(Rule rule, Violation violation) {

  /** The violation of a rule of that book. */
  public static Finding of(Violation violation, RuleBook rules) {
    return new Finding(rules.rule(violation.rule()).orElseThrow(), violation);
  }

  public String id() {
    return rule.id();
  }

  /** Whom the rule binds, such as {@code client}. */
  public List<String> whom() {
    return rule.binds().stream()
        .map(party -> party.name().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  public String expected() {
    return violation.expected();
  }

  public String actual() {
    return violation.actual();
  }
}
