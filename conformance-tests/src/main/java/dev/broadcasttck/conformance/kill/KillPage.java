package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.spec.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kill matrix as a page of Markdown. It says what stands fast, and nothing that depends on how
 * busy the machine was.
 *
 * @param excused rules that no fault can break, by id, and why
 */
public record KillPage(KillMatrix matrix, Map<String, String> excused) {
  private static final String NONE = "·";

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("# Kill matrix");
    lines.add("");
    lines.add(
        "What a server or a client can get wrong, and the rules under which the suite catches it."
            + " The mock serves with one fault of its catalogue at a time, and the scenarios that"
            + " prove the rules which the fault breaks must fail; so it is with the scripted client"
            + " and its misbehaviours. The build makes this page, and fails where a MUST has no"
            + " fault that is caught, or more than one SHOULD in twenty has none. Made with");
    lines.add("");
    lines.add(
        "    ./tck test -Dtest=KillMatrixTest -Dsurefire.failIfNoSpecifiedTests=false -Dtck.write=true");
    lines.add("");
    lines.add(
        "%d faults of servers, %d of clients. `./tck run --fault NAME` plays at a server with one of"
                .formatted(matrix.trials().size(), Mutant.clients().size())
            + " them, `./tck kill` tries them all as the build does, and `./tck kill --all` crosses"
            + " them with every scenario.");
    lines.add("");
    lines.addAll(score());
    lines.addAll(gaps());
    lines.addAll(rules());
    lines.addAll(clients());
    lines.addAll(collateral());
    lines.addAll(spared());
    return String.join("\n", lines) + "\n";
  }

  private List<String> score() {
    List<String> lines = new ArrayList<>();
    lines.add("| chapter | MUST | SHOULD |");
    lines.add("| --- | --- | --- |");
    List<Rule> rules = matrix.rules();
    for (String chapter : rules.stream().map(Rule::chapter).distinct().toList()) {
      lines.add(row(chapter, rules.stream().filter(it -> it.chapter().equals(chapter)).toList()));
    }
    lines.add(row("all", rules));
    return lines;
  }

  private String row(String title, List<Rule> among) {
    return KillMatrix.LEVELS.stream()
        .map(level -> among.stream().filter(rule -> rule.level() == level).toList())
        .map(this::caught)
        .collect(Collectors.joining(" | ", "| " + title + " | ", " |"));
  }

  private String caught(List<Rule> rules) {
    long caught = rules.stream().filter(rule -> !matrix.faults(rule).isEmpty()).count();
    return rules.isEmpty() ? NONE : caught + " of " + rules.size();
  }

  private List<String> gaps() {
    List<String> lines = new ArrayList<>();
    for (Rule rule : matrix.rules()) {
      if (matrix.faults(rule).isEmpty()) {
        String why = excused.getOrDefault(rule.id(), "no fault yet");
        lines.add("* %s %s: %s (%s)".formatted(rule.id(), rule.level(), rule.text(), why));
      }
    }
    return lines.isEmpty() ? lines : section("Without a fault", lines);
  }

  private List<String> rules() {
    return section(
        "Rules and faults of servers",
        table(
            List.of("rule", "level", "caught on"),
            matrix.rules().stream()
                .map(it -> List.of(it.id(), it.level().toString(), code(matrix.faults(it))))
                .toList()));
  }

  private List<String> clients() {
    Map<String, TreeSet<String>> rules = new TreeMap<>();
    for (Mutant client : Mutant.clients()) {
      client
          .violates()
          .forEach(rule -> rules.computeIfAbsent(rule, r -> new TreeSet<>()).add(client.name()));
    }
    return section(
        "Rules and faults of clients",
        table(
            List.of("rule", "caught on"),
            rules.entrySet().stream()
                .map(it -> List.of(it.getKey(), code(it.getValue())))
                .toList()));
  }

  private List<String> collateral() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Each fault is also tried with %d scenarios that prove something else, drawn once and for"
                .formatted(Court.OTHERS)
            + " all. They are green, or the fault showed in them and is one of these:");
    lines.add("");
    lines.addAll(excuses(Excuse.COLLATERAL));
    return section("What fails beside it", lines);
  }

  private List<String> spared() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "A scenario that proves what a fault breaks fails, or does not meet the fault, or says that"
            + " it could not show anything. It passes although the fault showed only here:");
    lines.add("");
    lines.addAll(excuses(Excuse.SPARED));
    lines.add("");
    lines.add("Each fault would show in scenarios of two files at least; of one only, and why:");
    lines.add("");
    lines.addAll(excuses(Excuse.IN_ONE_FILE));
    return section("What passes beside it", lines);
  }

  private List<String> excuses(List<Excuse> excuses) {
    List<String> names = matrix.trials().stream().map(trial -> trial.mutant().name()).toList();
    return table(
        List.of("faults", "why"),
        excuses.stream()
            .map(
                it ->
                    List.of(
                        code(
                            names.stream()
                                .filter(name -> Excuse.first(excuses, name).equals(Optional.of(it)))
                                .toList()),
                        it.reason()))
            .toList());
  }

  private static List<String> section(String title, List<String> lines) {
    List<String> section = new ArrayList<>(List.of("", "## " + title, ""));
    section.addAll(lines);
    return section;
  }

  private static List<String> table(List<String> heading, List<List<String>> rows) {
    Function<List<String>, String> row = cells -> "| " + String.join(" | ", cells) + " |";
    List<String> lines = new ArrayList<>();
    lines.add(row.apply(heading));
    lines.add(row.apply(heading.stream().map(it -> "---").toList()));
    rows.forEach(cells -> lines.add(row.apply(cells)));
    return lines;
  }

  private static String code(Collection<String> names) {
    return names.isEmpty()
        ? NONE
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
