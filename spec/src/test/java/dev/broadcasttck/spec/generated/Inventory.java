package dev.broadcasttck.spec.generated;

import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every check of the corpora, a line each, by the scenario's id and the number of its step. A
 * change of one scenario leaves the lines of all others as they are.
 */
final class Inventory {
  private static final String HEAD =
      """
      # Every check that the scenarios make: what is weakened here shows up in review.
      # SCENARIO | played | WAYS | REQUIREMENTS | RULES
      # SCENARIO | NUMBER OF THE STEP | ACTOR and VERB | WHAT IT TAKES | RULES
      """;

  private Inventory() {}

  static String of(Corpus corpus) {
    return corpus.scenarios().stream()
        .sorted(Comparator.comparing(Scenario::corpus).thenComparing(Scenario::id))
        .flatMap(scenario -> lines(scenario, corpus))
        .collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private static Stream<String> lines(Scenario scenario, Corpus corpus) {
    String rules = rules(scenario, corpus);
    List<String> lines = new ArrayList<>();
    lines.add(line(scenario, "played", ways(scenario), requirements(scenario), rules));
    int number = 0;
    for (Step step : scenario.steps()) {
      number++;
      if (claims(scenario, step)) {
        String who = step.actor() + " " + step.verb() + (step.control() ? " (control)" : "");

        lines.add(
            line(scenario, Integer.toString(number), who, step.arguments().toString(), rules));
      }
    }
    return lines.stream();
  }

  private static boolean claims(Scenario scenario, Step step) {
    return Verb.named(step.verb()).filter(verb -> verb.claimsIn(scenario.corpus())).isPresent();
  }

  private static String line(Scenario scenario, String... parts) {
    return scenario.corpus() + " " + scenario.id() + " | " + String.join(" | ", parts);
  }

  private static String ways(Scenario scenario) {
    return scenario.variants().stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  private static String requirements(Scenario scenario) {
    Stream<String> capabilities = scenario.requires().stream().sorted();
    Stream<String> endpoint = scenario.endpoint().stream().map(name -> "at " + name);
    String all = Stream.concat(capabilities, endpoint).collect(Collectors.joining(" "));
    return all.isEmpty() ? "nothing" : all;
  }

  private static String rules(Scenario scenario, Corpus corpus) {
    return scenario.proves().stream()
        .flatMap(id -> corpus.rules().rule(id).stream())
        .map((Rule rule) -> rule.id() + " " + rule.level())
        .collect(Collectors.joining(", "));
  }
}
