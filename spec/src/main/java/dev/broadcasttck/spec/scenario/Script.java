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

/** The steps read from top to bottom, with what each of them may speak of by then. */
final class Script {
  private static final String NAMELESS = "";
  private static final Set<String> MATCHERS =
      Set.of("$any", "$string", "$number", "$uuid", "$absent");

  private final Scenario scenario;
  private final Problems problems;
  private final Set<String> labels = new HashSet<>();
  private final Set<String> topics = new HashSet<>();
  private final List<String> broadcasts = new ArrayList<>();
  private final Map<String, List<String>> channels = new HashMap<>();
  private final Map<String, List<String>> listeners = new HashMap<>();

  Script(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  void review() {
    for (Step step : scenario.steps()) {
      Verb.named(step.verb()).ifPresent(verb -> review(step, verb));
    }
  }

  /** One step, after those before it. */
  void review(Step step, Verb verb) {
    JsonNode arguments = verb.inFull(step.arguments());
    refersToTheKnown(step, verb, arguments);
    for (String key : List.of("event", "payload")) {
      namesStandWhereTheyMay(step, verb, arguments.path(key));
    }
    remembers(step, verb, arguments);
  }

  private void refersToTheKnown(Step step, Verb verb, JsonNode arguments) {
    if (verb == Verb.RECEIVES && arguments.has("message") == arguments.has("event")) {
      complain(step, "say which broadcast: `message`, or `event` and `payload`");
    }
    word(arguments, "message").ifPresent(label -> known(step, "broadcast", broadcasts, label));
    word(arguments, "send").ifPresent(label -> known(step, "broadcast", broadcasts, label));
    word(arguments, "listener")
        .ifPresent(name -> known(step, "listener of " + step.actor(), of(listeners, step), name));
    Optional<String> handle = word(arguments, "on");
    handle.ifPresent(name -> known(step, "channel of " + step.actor(), of(channels, step), name));
    if (handle.isEmpty() && verb.needsChannel()) {
      theActorHasOneChannel(step);
    }
  }

  private void known(Step step, String kind, List<String> known, String label) {
    if (!known.contains(label)) {
      complain(step, "no %s `%s` so far%s".formatted(kind, label, DidYouMean.among(known, label)));
    }
  }

  private void theActorHasOneChannel(Step step) {
    int count = of(channels, step).size();
    if (count == 0) {
      complain(step, step.actor() + " has no channel yet: `join` or `channel` first");
    } else if (count > 1) {
      complain(step, "%s has %d channels: say which".formatted(step.actor(), count));
    }
  }

  private void namesStandWhereTheyMay(Step step, Verb verb, JsonNode value) {
    for (JsonNode inner : value) {
      namesStandWhereTheyMay(step, verb, inner);
    }
    String text = value.asString("");
    if (!value.isString() || !text.startsWith("$") || text.startsWith("$$")) {
      return;
    }
    if (MATCHERS.contains(text) && verb.sends()) {
      complain(step, "`%s` matches, it cannot be sent; `$%s` is the text".formatted(text, text));
    } else if (!MATCHERS.contains(text) && !topics.contains(text)) {
      String guess = DidYouMean.among(MATCHERS.stream().sorted().toList(), text);
      complain(
          step, "`%s` is neither a matcher nor a topic joined so far%s".formatted(text, guess));
    }
  }

  /** A broadcast that comes from elsewhere, by the label of the step that brings it. */
  void hasBroadcast(Step step, String label) {
    if (!labels.add(label)) {
      twice(step, label);
    }
    broadcasts.add(label);
  }

  private void remembers(Step step, Verb verb, JsonNode arguments) {
    step.label().filter(label -> !labels.add(label)).ifPresent(label -> twice(step, label));
    if (verb.sends()) {
      step.label().ifPresent(broadcasts::add);
    } else if (verb.makesChannel()) {
      topics.add(arguments.path("topic").asString());
      of(channels, step).add(step.label().orElse(NAMELESS));
      severalChannelsHaveNames(step);
      arguments.path("listen").forEach(event -> of(listeners, step).add(event.asString()));
      word(arguments, "listen").ifPresent(of(listeners, step)::add);
    } else if (verb == Verb.LISTEN) {
      of(listeners, step).add(step.label().orElseGet(() -> arguments.path("event").asString()));
    } else if (step.label().isPresent()) {
      complain(step, "`" + step.verb() + "` makes nothing that `as:` could name");
    }
  }

  private void severalChannelsHaveNames(Step step) {
    List<String> handles = of(channels, step);
    if (handles.size() > 1 && handles.contains(NAMELESS)) {
      complain(step, step.actor() + " has several channels: name each with `as:`");
    }
  }

  private void twice(Step step, String label) {
    complain(step, "the name `" + label + "` is given twice");
  }

  private static List<String> of(Map<String, List<String>> byActor, Step step) {
    return byActor.computeIfAbsent(step.actor(), name -> new ArrayList<>());
  }

  private static Optional<String> word(JsonNode arguments, String key) {
    JsonNode value = arguments.path(key);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private void complain(Step step, String what) {
    problems.add(step.location(), what);
  }
}
