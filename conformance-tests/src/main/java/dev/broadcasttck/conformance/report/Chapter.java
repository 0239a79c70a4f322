package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The verdicts of one chapter of the rule book, counted by the first rule that each proves. */
record Chapter(String title, Map<Verdict, Long> counts) {

  /** The chapters that the results belong to, in the order of the rule book. */
  static List<Chapter> of(List<Result> results, RuleBook rules) {
    Map<String, List<Result>> chapters = new LinkedHashMap<>();
    rules.rules().forEach(rule -> chapters.put(rule.chapter(), List.of()));
    chapters.putAll(results.stream().collect(Collectors.groupingBy(r -> title(r, rules))));
    return chapters.entrySet().stream()
        .filter(chapter -> !chapter.getValue().isEmpty())
        .map(chapter -> new Chapter(chapter.getKey(), count(chapter.getValue())))
        .toList();
  }

  private static String title(Result result, RuleBook rules) {
    String rule = result.scenario().proves().get(0);
    return rules.rule(rule).map(Rule::chapter).orElse(rule);
  }

  private static Map<Verdict, Long> count(List<Result> results) {
    return results.stream().collect(Collectors.groupingBy(Result::verdict, Collectors.counting()));
  }
}
