package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.source.DidYouMean;
import dev.broadcasttck.spec.source.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a scenario must make sense of beyond its shape: rules, actors, controls, messages. */
public final class ScenarioReview {
  private static final String BEHAVIOUR = "behaviour";

  private final Scenario scenario;
  private final Problems problems;

  private ScenarioReview(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  /** Adds what is wrong with the scenario to the problems. */
  public static void of(Scenario scenario, RuleBook rules, Problems problems) {
    ScenarioReview review = new ScenarioReview(scenario, problems);
    review.rulesExist(rules);
    review.idNamesOneOfItsRules();
    review.actorsAreDeclaredAndPlay();
    review.negativesHaveAControl();
    review.somethingCanFail();
    review.messagesDiffer();
    review.verbsAreOfItsCorpus();
    if (scenario.isAtWireLevel()) {
      new WireScript(scenario, problems).review();
    } else if (scenario.isOfClients()) {
      new ClientScript(scenario, problems).review();
    } else {
      new Script(scenario, problems).review();
    }
  }

  private void rulesExist(RuleBook rules) {
    List<String> known = rules.rules().stream().map(Rule::id).toList();
    for (String id : scenario.proves()) {
      if (rules.rule(id).isEmpty()) {
        complain("there is no rule `%s`%s".formatted(id, suggestion(known, id)));
      }
    }
  }

  /** Every rule would be too long a list, so only those of the chapter. */
  private static String suggestion(List<String> known, String id) {
    String chapter = id.substring(0, id.indexOf('-') + 1);
    List<String> near = known.stream().filter(rule -> rule.startsWith(chapter)).toList();
    return DidYouMean.among(near.isEmpty() ? known : near, id);
  }

  private void idNamesOneOfItsRules() {
    String prefix = scenario.id().substring(0, scenario.id().indexOf('/'));
    if (!scenario.proves().contains(prefix)) {
      complain("the id begins with `%s`, which `proves` does not name".formatted(prefix));
    }
  }

  private void actorsAreDeclaredAndPlay() {
    Set<String> idle = scenario.actors().stream().map(Actor::name).collect(Collectors.toSet());
    List<String> declared =
        Stream.concat(
                scenario.actors().stream().map(Actor::name),
                scenario.isOfClients() ? Stream.of(Actor.SERVER) : Stream.empty())
            .toList();
    for (Step step : scenario.steps()) {
      idle.remove(step.actor());
      if (!declared.contains(step.actor())) {
        problems.add(
            step.location(),
            "no actor `%s` is declared%s"
                .formatted(step.actor(), DidYouMean.among(declared, step.actor())));
      }
    }
    idle.forEach(name -> complain("the actor `" + name + "` has no step"));
  }

  private void negativesHaveAControl() {
    if (scenario.steps().stream().anyMatch(Step::control)) {
      return;
    }
    scenario.steps().stream()
        .filter(step -> Verb.named(step.verb()).filter(Verb::isNegative).isPresent())
        .findFirst()
        .ifPresent(
            step ->
                problems.add(
                    step.location(),
                    "`%s` proves nothing alone: add a step with `control: true` that shows the same kind of thing happening"
                        .formatted(step.verb())));
  }

  private void somethingCanFail() {
    boolean claims =
        scenario.steps().stream()
            .anyMatch(
                step ->
                    !step.control()
                        && Verb.named(step.verb())
                            .filter(verb -> verb.claimsIn(scenario.corpus()))
                            .isPresent());
    if (!claims) {
      complain("no step can fail: one that expects something must be there without `control`");
    }
  }

  /** Messages are told apart by what they say, so two of a kind would hide a leak. */
  private void messagesDiffer() {
    Map<List<JsonNode>, Integer> lines = new HashMap<>();
    for (Step step : scenario.steps()) {
      if (Verb.named(step.verb()).filter(Verb::sends).isPresent()) {
        JsonNode sent = step.arguments();
        List<JsonNode> content = List.of(sent.path("event"), sent.path("payload"));
        Integer first = lines.putIfAbsent(content, step.location().line());
        if (first != null) {
          problems.add(
              step.location(),
              "the same event and payload as in line %d: make the payloads differ"
                  .formatted(first));
        }
      }
    }
  }

  private void verbsAreOfItsCorpus() {
    for (Step step : scenario.steps()) {
      boolean isStranger =
          Verb.named(step.verb()).filter(verb -> !verb.isOf(scenario.corpus())).isPresent();
      if (isStranger) {
        problems.add(
            step.location(),
            "`%s` is %s, this scenario is of the corpus `%s`"
                .formatted(step.verb(), home(step.verb()), scenario.corpus()));
      }
    }
  }

  private static String home(String verb) {
    if (Verb.named(verb).filter(it -> it.isOf(BEHAVIOUR)).isPresent()) {
      return "what clients do and hear";
    }
    return Verb.named(verb).filter(Verb::isAtWireLevel).isPresent()
        ? "what plain sockets of the corpus `server` do and get"
        : "what is done and seen in the corpus `client`";
  }

  private void complain(String what) {
    problems.add(scenario.location(), what);
  }
}
