package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.source.DidYouMean;
import dev.broadcasttck.spec.source.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * The steps of the client corpus read from top to bottom: those of clients as in the behaviour
 * corpus, and those of the server that they meet.
 */
final class ClientScript {
  private static final Set<Verb> SEEING_PUSHES = Set.of(Verb.SEES, Verb.HOLDS);
  private static final Set<Verb> SEEING = Set.of(Verb.SEES_CONNECT, Verb.SEES_REQUEST);
  private static final Set<Verb> SENDING =
      Set.of(Verb.SENDS, Verb.DELIVERS, Verb.ANSWERS, Verb.REFUSES_JOINS, Verb.ACKNOWLEDGES_WITH);
  private static final Set<String> NO_VALUES =
      Set.of("from", "to", "push", "by", "because", "text-matches", "within");

  private final Scenario scenario;
  private final Problems problems;
  private final Script clients;
  private final WireValues values;
  private final Set<String> labels = new HashSet<>();
  private final List<String> pushes = new ArrayList<>();

  ClientScript(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
    this.clients = new Script(scenario, problems);
    this.values = WireValues.ofClients(scenario, problems);
  }

  void review() {
    for (Step step : scenario.steps()) {
      Verb.named(step.verb())
          .filter(verb -> verb.isOf(scenario.corpus()))
          .ifPresent(verb -> review(step, verb));
    }
  }

  private void review(Step step, Verb verb) {
    if (step.actor().equals(Actor.SERVER) != verb.isOfTheServer()) {
      complain(
          step,
          verb.isOfTheServer()
              ? "`%s` is for the actor `server`".formatted(step.verb())
              : "`%s` is for clients, not for the server".formatted(step.verb()));
    } else if (verb.isOfTheServer()) {
      reviewServer(step, verb, verb.inFull(step.arguments()));
    } else {
      reviewClient(step, verb);
    }
  }

  private void reviewClient(Step step, Verb verb) {
    JsonNode arguments = verb.inFull(step.arguments());
    if (verb.makesChannel()) {
      values.sent(step, arguments.path("topic"));
    }
    clients.review(step, verb);
  }

  private void reviewServer(Step step, Verb verb, JsonNode arguments) {
    for (String key : List.of("from", "to")) {
      if (!(verb == Verb.ANSWERS && key.equals("to"))) {
        actorIsThere(step, arguments.path(key));
      }
    }
    String push = verb == Verb.ANSWERS ? "to" : verb == Verb.RELEASES ? "push" : "by";
    pushIsThere(step, arguments.path(push));
    expressionIsSound(step, arguments.path("text-matches"));
    countsWell(step, verb, arguments);
    arguments.properties().stream()
        .filter(member -> !NO_VALUES.contains(member.getKey()))
        .forEach(member -> value(step, verb, member.getValue()));
    remembers(step, verb);
  }

  private void value(Step step, Verb verb, JsonNode value) {
    if (SENDING.contains(verb)) {
      values.sent(step, value);
    } else {
      values.expected(step, value);
    }
  }

  private void actorIsThere(Step step, JsonNode name) {
    List<String> clientNames = scenario.actors().stream().map(Actor::name).toList();
    if (name.isString() && !clientNames.contains(name.asString())) {
      complain(
          step,
          "no client `%s` is declared%s"
              .formatted(name.asString(), DidYouMean.among(clientNames, name.asString())));
    }
  }

  private void pushIsThere(Step step, JsonNode label) {
    if (label.isString() && !pushes.contains(label.asString())) {
      complain(
          step,
          "no push `%s` so far%s"
              .formatted(label.asString(), DidYouMean.among(pushes, label.asString())));
    }
  }

  private void expressionIsSound(Step step, JsonNode expression) {
    try {
      Pattern.compile(expression.asString(""));
    } catch (PatternSyntaxException e) {
      complain(
          step,
          "`%s` is no regular expression: %s".formatted(expression.asString(), e.getDescription()));
    }
  }

  private void countsWell(Step step, Verb verb, JsonNode arguments) {
    boolean counts =
        arguments.has("exactly") || arguments.has("at-most") || arguments.has("at-least");
    if (verb == Verb.SEES_COUNT && !counts) {
      complain(step, "say how many: `exactly`, `at-most` or `at-least`");
    }
  }

  private void remembers(Step step, Verb verb) {
    if (step.label().isEmpty()) {
      return;
    }
    String label = step.label().get();
    if (verb == Verb.DELIVERS) {
      clients.hasBroadcast(step, label);
    } else if (SEEING_PUSHES.contains(verb) || SEEING.contains(verb)) {
      if (!labels.add(label)) {
        complain(step, "the name `" + label + "` is given twice");
      }
      pushes.add(label);
    } else {
      complain(step, "`" + step.verb() + "` makes nothing that `as:` could name");
    }
  }

  private void complain(Step step, String what) {
    problems.add(step.location(), what);
  }
}
