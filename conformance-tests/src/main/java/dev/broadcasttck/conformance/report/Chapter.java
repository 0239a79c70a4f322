package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdicts of one level in one chapter of the rule book, by the first rule that each proves.
 */
record Chapter(String title, Level level, Map<Verdict, Long> counts) {

  /** The chapters that the results belong to, in the order of the rule book. */
  static List<Chapter> of(List<Result> results, RuleBook rules) {
    Map<String, List<Result>> chapters = new LinkedHashMap<>();
    rules.rules().forEach(rule -> chapters.put(rule.chapter(), List.of()));
    chapters.putAll(results.stream().collect(Collectors.groupingBy(r -> title(r, rules))));
    return chapters.entrySet().stream()
        .filter(chapter -> !chapter.getValue().isEmpty())
        .flatMap(chapter -> levels(chapter.getKey(), chapter.getValue()))
        .toList();
  }

  private static Stream<Chapter> levels(String title, List<Result> results) {
    return results.stream()
        .collect(Collectors.groupingBy(Result::level, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(level -> new Chapter(title, level.getKey(), count(level.getValue())));
  }

  private static String title(Result result, RuleBook rules) {
    String rule = result.scenario().proves().get(0);
    return rules.rule(rule).map(Rule::chapter).orElse(rule);
  }

  private static Map<Verdict, Long> count(List<Result> results) {
    return results.stream().collect(Collectors.groupingBy(Result::verdict, Collectors.counting()));
  }
}
