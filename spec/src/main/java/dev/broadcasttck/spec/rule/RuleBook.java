package dev.broadcasttck.spec.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every rule, in the order of the chapters. */
public final class RuleBook {
  private final List<Rule> rules;
  private final Map<String, Rule> byId;

  public RuleBook(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.byId = rules.stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));
  }

  public List<Rule> rules() {
    return rules;
  }

  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
