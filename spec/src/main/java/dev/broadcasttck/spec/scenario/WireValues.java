package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.source.DidYouMean;
import dev.broadcasttck.spec.source.Problems;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands behind a dollar in the values of the server corpus. */
final class WireValues {
  private static final Set<String> MATCHERS =
      Set.of("$any", "$string", "$number", "$integer", "$uuid", "$absent");
  private static final String TOPIC = "$topic";
  private static final Set<String> ALWAYS = Set.of("$index");
  private static final Set<String> WHEN_SENDING = Set.of("$apikey", "$absent");
  private static final Set<String> FORMS = Set.of("$text", "$repeat", "$topic", "$captured");
  private static final Set<String> FORMS_WHEN_SENDING = Set.of("$token");
  private static final Set<String> FORMS_WHEN_EXPECTING = Set.of("$matches", "$one-of", "$capture");
  private static final Set<String> FORMS_OF_CLIENTS =
      Set.of(
          "$text",
          "$repeat",
          "$captured",
          "$token",
          "$join-ref",
          "$matches",
          "$one-of",
          "$not",
          "$topic",
          "$capture");
  private static final Map<String, String> CAPABILITIES =
      Map.of("$token", "mint-tokens", "$topic", "private-channels");
  private static final Pattern INSERTED = Pattern.compile("\\$\\{([^}]*)}");

  private final Scenario scenario;
  private final Problems problems;
  private final Set<String> names = new TreeSet<>();
  private final Set<String> captures = new HashSet<>();
  private final Set<String> missing = new HashSet<>();
  private final boolean ofClients;

  WireValues(Scenario scenario, Problems problems) {
    this(scenario, problems, false);
  }

  private WireValues(Scenario scenario, Problems problems, boolean ofClients) {
    this.scenario = scenario;
    this.problems = problems;
    this.ofClients = ofClients;
  }

  /** The values of the client corpus, whose tokens are the harness' own and known to it. */
  static WireValues ofClients(Scenario scenario, Problems problems) {
    return new WireValues(scenario, problems, true);
  }

  /** A value that goes to the server: its names are fresh, and known from here on. */
  void sent(Step step, JsonNode value) {
    walk(step, value, true);
  }

  /** A value that is expected: its names must be known. */
  void expected(Step step, JsonNode value) {
    walk(step, value, false);
  }

  /** Complains, once, where the scenario does not require what it cannot do without. */
  void needs(Step step, String capability) {
    if (!scenario.requires().contains(capability) && missing.add(capability)) {
      complain(step, "this needs `requires: [%s]`".formatted(capability));
    }
  }

  private void walk(Step step, JsonNode value, boolean sends) {
    if (value.isString()) {
      word(step, value.stringValue(), sends);
      inserted(step, value.stringValue(), sends);
      return;
    }
    if (value.has(TOPIC)) {
      names.add("$" + value.path("name").asString(value.path(TOPIC).asString()));
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (member.getKey().startsWith("$")) {
        form(step, member.getKey(), member.getValue(), sends);
      }
    }
    value.forEach(inner -> walk(step, inner, sends));
  }

  private void word(Step step, String text, boolean sends) {
    boolean isName = text.startsWith("$") && !text.startsWith("$$") && !text.startsWith("${");
    boolean isKnown = (sends || ofClients) && WHEN_SENDING.contains(text);
    if (!isName || ALWAYS.contains(text) || isKnown) {
      return;
    }
    if (!MATCHERS.contains(text)) {
      name(step, text, sends);
    } else if (sends) {
      complain(step, "`%s` matches, it cannot be sent; `$%s` is the text".formatted(text, text));
    }
  }

  private void inserted(Step step, String text, boolean sends) {
    Matcher names = INSERTED.matcher(text);
    while (names.find()) {
      name(step, "$" + names.group(1), sends);
    }
  }

  private void name(Step step, String name, boolean sends) {
    if (sends) {
      names.add(name);
    } else if (!names.contains(name)) {
      Set<String> known = new TreeSet<>(names);
      known.addAll(MATCHERS);
      complain(
          step,
          "`%s` is neither a matcher nor a name used so far%s"
              .formatted(name, DidYouMean.among(known, name)));
    }
  }

  private void form(Step step, String form, JsonNode value, boolean sends) {
    Set<String> known = ofClients ? FORMS_OF_CLIENTS : known(sends);
    if (!known.contains(form)) {
      complain(
          step,
          "`%s` is not known %s%s"
              .formatted(form, sends ? "in what is sent" : "here", DidYouMean.among(known, form)));
    }
    if (!ofClients && CAPABILITIES.containsKey(form)) {
      needs(step, CAPABILITIES.getOrDefault(form, ""));
    }
    switch (form) {
      case "$capture" -> captures.add(value.asString());
      case "$captured" -> captured(step, value.asString());
      case "$matches" -> expression(step, value.asString());
      default -> {}
    }
  }

  private static Set<String> known(boolean sends) {
    Set<String> known = new TreeSet<>(FORMS);
    Stream.of(sends ? FORMS_WHEN_SENDING : FORMS_WHEN_EXPECTING).forEach(known::addAll);
    return known;
  }

  private void captured(Step step, String name) {
    if (!captures.contains(name)) {
      complain(
          step,
          "nothing is captured as `%s` so far%s".formatted(name, DidYouMean.among(captures, name)));
    }
  }

  private void expression(Step step, String expression) {
    try {
      Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      complain(step, "`%s` is no regular expression: %s".formatted(expression, e.getDescription()));
    }
  }

  private void complain(Step step, String what) {
    problems.add(step.location(), what);
  }
}
