package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.source.DidYouMean;
import dev.broadcasttck.spec.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The steps of the server corpus read from top to bottom, with what each may speak of by then. */
final class WireScript {
  private static final Set<Verb> NEED_NO_SOCKET =
      Set.of(
          Verb.CONNECT,
          Verb.REFUSED,
          Verb.REQUESTS,
          Verb.BATCH,
          Verb.ANSWERS,
          Verb.ADVANCES,
          Verb.TARGET);
  private static final Set<Verb> PUSHES =
      Set.of(Verb.SENDS, Verb.JOINS, Verb.BROADCASTS, Verb.LEAVES);
  private static final Set<Verb> CALLS = Set.of(Verb.REQUESTS, Verb.BATCH);
  private static final Set<Verb> SENDING =
      Set.of(
          Verb.CONNECT,
          Verb.SENDS,
          Verb.SENDS_ALL,
          Verb.JOINS,
          Verb.BROADCASTS,
          Verb.LEAVES,
          Verb.HEARTBEATS,
          Verb.REQUESTS,
          Verb.BATCH,
          Verb.TARGET);
  private static final Set<String> ANSWERED = Set.of("status", "body", "json");

  private final Scenario scenario;
  private final Problems problems;
  private final WireValues values;
  private final Set<String> labels = new HashSet<>();
  private final List<String> pushes = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> connected = new HashSet<>();
  private final Map<String, Set<JsonNode>> joined = new HashMap<>();

  WireScript(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
    this.values = new WireValues(scenario, problems);
  }

  void review() {
    for (Step step : scenario.steps()) {
      Verb.named(step.verb()).filter(Verb::isAtWireLevel).ifPresent(verb -> review(step, verb));
    }
  }

  private void review(Step step, Verb verb) {
    JsonNode arguments = verb.inFull(step.arguments());
    hasASocket(step, verb);
    refersToTheKnown(step, verb, arguments);
    says(step, verb, arguments);
    needs(step, verb, arguments);
    frames(step, verb, arguments);
    remembers(step, verb, arguments);
  }

  private void hasASocket(Step step, Verb verb) {
    if (!NEED_NO_SOCKET.contains(verb) && !connected.contains(step.actor())) {
      complain(step, step.actor() + " has no socket yet: `connect` first");
    }
    if (verb == Verb.CONNECT) {
      connected.add(step.actor());
      joined.remove(step.actor());
    }
  }

  private void refersToTheKnown(Step step, Verb verb, JsonNode arguments) {
    if (verb == Verb.ANSWERS) {
      known(step, "request", calls, arguments.path("to"));
    } else {
      known(step, "push", pushes, arguments.path("to"));
    }
    List<String> broadcasts = new ArrayList<>(pushes);
    broadcasts.addAll(calls);
    known(step, "broadcast", broadcasts, arguments.path("message"));
  }

  private void known(Step step, String kind, List<String> known, JsonNode written) {
    String label = written.asString("");
    if (written.isString() && !known.contains(label)) {
      complain(step, "no %s `%s` so far%s".formatted(kind, label, DidYouMean.among(known, label)));
    }
  }

  private void says(Step step, Verb verb, JsonNode arguments) {
    if (verb == Verb.REFUSED) {
      for (Map.Entry<String, JsonNode> member : arguments.properties()) {
        if (ANSWERED.contains(member.getKey())) {
          values.expected(step, member.getValue());
        } else {
          values.sent(step, member.getValue());
        }
      }
    } else if (SENDING.contains(verb)) {
      values.sent(step, arguments);
    } else {
      values.expected(step, arguments);
    }
  }

  private void needs(Step step, Verb verb, JsonNode arguments) {
    if (verb == Verb.ADVANCES || arguments.has("advance")) {
      values.needs(step, "move-clock");
    } else if (verb == Verb.TARGET && arguments.has("send-as-database")) {
      values.needs(step, "database-broadcast");
    } else if (verb == Verb.TARGET) {
      values.needs(step, "shutdown");
    }
  }

  private void frames(Step step, Verb verb, JsonNode arguments) {
    switch (verb) {
      case SENDS, GETS -> frame(step, arguments);
      case SENDS_ALL, GETS_ANY_ORDER -> arguments.forEach(frame -> frame(step, frame));
      default -> {}
    }
    boolean isEmpty = verb == Verb.GETS_BROADCAST && !arguments.has("message");
    if (isEmpty && !(arguments.has("event") && arguments.has("payload"))) {
      complain(step, "name the broadcast, or write its `event` and `payload`");
    }
  }

  private void frame(Step step, JsonNode frame) {
    WireForm.of(frame)
        .stranger(frame)
        .ifPresent(
            key ->
                complain(
                    step, "`%s` does not go with `%s`".formatted(key, WireForm.of(frame).word())));
  }

  private void remembers(Step step, Verb verb, JsonNode arguments) {
    step.label().ifPresent(label -> remember(step, verb, label));
    if (verb == Verb.SENDS_ALL) {
      arguments.forEach(
          frame ->
              Optional.ofNullable(frame.get("as"))
                  .ifPresent(label -> remember(step, Verb.SENDS, label.asString())));
    }
    if (verb == Verb.JOINS) {
      joined.computeIfAbsent(step.actor(), actor -> new HashSet<>()).add(arguments.path("topic"));
    } else if (verb == Verb.BROADCASTS && !arguments.has("topic")) {
      theActorJoinedOneTopic(step);
    }
  }

  private void theActorJoinedOneTopic(Step step) {
    int count = joined.getOrDefault(step.actor(), Set.of()).size();
    if (count != 1) {
      complain(step, "%s `joins` %d topics so far: say which".formatted(step.actor(), count));
    }
  }

  private void remember(Step step, Verb verb, String label) {
    if (!labels.add(label)) {
      complain(step, "the name `" + label + "` is given twice");
    }
    if (PUSHES.contains(verb)) {
      pushes.add(label);
    } else if (CALLS.contains(verb)) {
      calls.add(label);
    } else {
      complain(step, "`" + step.verb() + "` makes nothing that `as:` could name");
    }
  }

  private void complain(Step step, String what) {
    problems.add(step.location(), what);
  }
}
