package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rules that bind servers, and the faults on which the scenarios that prove them failed.
 *
 * @param rules in the order of the chapters
 * @param outcomes of the scenarios that prove what a fault breaks
 * @param excused rules that no fault can break, by id, and why
 */
record KillMatrix(List<Rule> rules, Map<Fault, Outcome> outcomes, Map<String, String> excused) {
  private static final List<Level> LEVELS = List.of(Level.MUST, Level.SHOULD);

  KillMatrix {
    rules =
        rules.stream()
            .filter(rule -> rule.binds().contains(Party.SERVER))
            .filter(rule -> LEVELS.contains(rule.level()))
            .filter(rule -> rule.untestable().isEmpty())
            .toList();
  }

  /** Whether a scenario that proves the rule failed. */
  static boolean isCaught(Outcome outcome, String rule) {
    return outcome.results().stream()
        .filter(result -> result.scenario().proves().contains(rule))
        .anyMatch(result -> result.verdict() == Verdict.FAILED);
  }

  /** The rules of that level that no fault was caught under, by id. */
  List<String> missing(Level level) {
    return rules.stream()
        .filter(rule -> rule.level() == level && faults(rule).isEmpty())
        .map(Rule::id)
        .toList();
  }

  /** The share of the level's rules that a fault was caught under, between 0 and 1. */
  double rate(Level level) {
    long all = rules.stream().filter(rule -> rule.level() == level).count();
    return 1 - (double) missing(level).size() / all;
  }

  private List<String> faults(Rule rule) {
    return outcomes.entrySet().stream()
        .filter(each -> each.getKey().violates().contains(rule.id()))
        .filter(each -> isCaught(each.getValue(), rule.id()))
        .map(each -> each.getKey().name())
        .toList();
  }

  /** The matrix as a page of Markdown. */
  String page() {
    List<String> lines = new ArrayList<>();
    lines.add("# Kill matrix");
    lines.add("");
    lines.add(
        "What a server can get wrong, and the rules under which the suite catches it. The mock"
            + " serves with one fault of its catalogue at a time, and the scenarios that prove the"
            + " rules which the fault breaks must fail. The build makes this page, and fails where"
            + " a MUST has no fault, or too many SHOULDs have none. Made with");
    lines.add("");
    lines.add(
        "    ./tck test -Dtest=KillMatrixTest -Dsurefire.failIfNoSpecifiedTests=false -Dtck.write=true");
    lines.add("");
    lines.add(
        "%d faults; `./tck run --fault NAME` plays at a server with one of them."
            .formatted(outcomes.size()));
    lines.add("");
    lines.addAll(score());
    lines.addAll(gaps());
    lines.add("");
    lines.add("## Rules and faults");
    lines.add("");
    lines.add("| rule | level | caught on |");
    lines.add("| --- | --- | --- |");
    for (Rule rule : rules) {
      String faults =
          faults(rule).stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
      lines.add(
          "| %s | %s | %s |".formatted(rule.id(), rule.level(), faults.isEmpty() ? "·" : faults));
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> score() {
    List<String> lines = new ArrayList<>();
    lines.add("| chapter | MUST | SHOULD |");
    lines.add("| --- | --- | --- |");
    for (String chapter : rules.stream().map(Rule::chapter).distinct().toList()) {
      lines.add(row(chapter, rules.stream().filter(it -> it.chapter().equals(chapter)).toList()));
    }
    lines.add(row("all", rules));
    return lines;
  }

  private String row(String title, List<Rule> among) {
    return LEVELS.stream()
        .map(level -> among.stream().filter(rule -> rule.level() == level).toList())
        .map(
            all ->
                all.isEmpty()
                    ? "·"
                    : all.stream().filter(rule -> !faults(rule).isEmpty()).count()
                        + " of "
                        + all.size())
        .collect(Collectors.joining(" | ", "| " + title + " | ", " |"));
  }

  private List<String> gaps() {
    List<String> lines = new ArrayList<>();
    for (Rule rule : rules) {
      if (faults(rule).isEmpty()) {
        String why = excused.getOrDefault(rule.id(), "no fault yet");
        lines.add("* %s %s: %s (%s)".formatted(rule.id(), rule.level(), rule.text(), why));
      }
    }
    if (!lines.isEmpty()) {
      lines.addAll(0, List.of("", "## Without a fault", ""));
    }
    return lines;
  }
}
