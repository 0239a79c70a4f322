package dev.broadcasttck.spec.generated;

import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every id that a rule ever had, with what it means, in the order in which they were given away.
 *
 * <p>A line is the id, a space and the rule's sentence. Lines are added and never taken away; where
 * only the wording of a rule changes, its line is changed by hand, for reviewers to see.
 */
record IdList(Map<String, String> meanings) {

  static IdList read(String text) {
    Map<String, String> meanings = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.split(" ", 2))
        .forEach(line -> meanings.put(line[0], line.length == 2 ? line[1] : ""));
    return new IdList(meanings);
  }

  /** What the rules do to ids that were given away. */
  List<String> complaints(RuleBook rules) {
    List<String> complaints = new ArrayList<>(ambiguous(rules));
    meanings.forEach(
        (id, meaning) -> {
          Optional<Rule> rule = called(id, rules);
          if (rule.isEmpty()) {
            complaints.add(
                "`%s` is gone: a rule keeps its id, and a renamed one has it among its aliases"
                    .formatted(id));
          } else if (!rule.get().text().equals(meaning)) {
            complaints.add(
                "`%s` said: %s If it means something else now, it needs a new id; if only the words changed, change its line in ids.txt too"
                    .formatted(id, meaning));
          }
        });
    return complaints;
  }

  /** The list with the ids that it does not have yet behind the others. */
  String appended(RuleBook rules) {
    Map<String, String> all = new LinkedHashMap<>(meanings);
    for (Rule rule : rules.rules()) {
      names(rule).forEach(id -> all.putIfAbsent(id, rule.text()));
    }
    return all.entrySet().stream()
        .map(line -> line.getKey() + " " + line.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> ambiguous(RuleBook rules) {
    Map<String, Long> uses =
        rules.rules().stream()
            .flatMap(IdList::names)
            .collect(Collectors.groupingBy(id -> id, LinkedHashMap::new, Collectors.counting()));
    return uses.entrySet().stream()
        .filter(use -> use.getValue() > 1)
        .map(use -> "`%s` names more than one rule".formatted(use.getKey()))
        .toList();
  }

  private static Optional<Rule> called(String id, RuleBook rules) {
    return rules.rules().stream().filter(rule -> names(rule).anyMatch(id::equals)).findFirst();
  }

  private static Stream<String> names(Rule rule) {
    return Stream.concat(Stream.of(rule.id()), rule.aliases().stream());
  }
}
