package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.Rule;
import java.util.List;

/**
 * The rules that bind servers, and the faults that are caught under them.
 *
 * @param rules in the order of the chapters
 * @param trials of the servers
 */
public record KillMatrix(List<Rule> rules, List<Trial> trials) {
  static final List<Level> LEVELS = List.of(Level.MUST, Level.SHOULD);

  public KillMatrix {
    rules =
        rules.stream()
            .filter(rule -> rule.binds().contains(Party.SERVER))
            .filter(rule -> LEVELS.contains(rule.level()))
            .filter(rule -> rule.untestable().isEmpty())
            .toList();
  }

  /** The rules of that level that no fault was caught under, by id. */
  public List<String> missing(Level level) {
    return rules.stream()
        .filter(rule -> rule.level() == level && faults(rule).isEmpty())
        .map(Rule::id)
        .toList();
  }

  /** The share of the level's rules that a fault was caught under, between 0 and 1. */
  public double rate(Level level) {
    long all = rules.stream().filter(rule -> rule.level() == level).count();
    return 1 - (double) missing(level).size() / all;
  }

  /** The names of the faults that are caught under a rule. */
  List<String> faults(Rule rule) {
    return trials.stream()
        .filter(trial -> trial.isCaughtUnder(rule.id()))
        .map(trial -> trial.mutant().name())
        .toList();
  }
}
