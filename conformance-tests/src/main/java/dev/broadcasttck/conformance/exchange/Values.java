package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.match.Wildcard;
import dev.broadcasttck.conformance.stage.Names;
import dev.broadcasttck.conformance.stage.ScriptError;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the values of a script stand for in one playing: fresh names, tokens, captures. */
final class Values {
  private static final String SOCKET_PREFIX = "realtime:";
  private static final String KEY = "$apikey";
  private static final String TOPIC = "$topic";
  private static final Set<String> PATTERNS = Set.of("$matches", "$one-of", "$capture");
  private static final Pattern INSERTED = Pattern.compile("\\$\\{([^}]*)}");

  private final Names names;
  private final Target target;
  private final Endpoint endpoint;
  private final Tokens tokens;
  private final Map<String, JsonNode> captures = new HashMap<>();
  private int index;

  Values(Names names, Target target, Endpoint endpoint, Tokens tokens) {
    this.names = names;
    this.target = target;
    this.endpoint = endpoint;
    this.tokens = tokens;
  }

  /** What {@code $index} stands for from here on. */
  void count(int number) {
    index = number;
  }

  void captured(Map<String, JsonNode> found) {
    captures.putAll(found);
  }

  /** A value to be sent. */
  JsonNode toSend(JsonNode written) {
    return resolved(written, false);
  }

  /** A text to be sent. */
  String text(JsonNode written) {
    JsonNode value = toSend(written);
    return value.isString() ? value.stringValue() : Json.write(value);
  }

  /** A topic to be sent on a socket, where a bare name is short for a channel of that name. */
  JsonNode topic(JsonNode written) {
    JsonNode value = toSend(written);
    return isShort(written) ? Json.text(SOCKET_PREFIX + value.asString()) : value;
  }

  /** A value to be expected. */
  JsonPattern toExpect(JsonNode written) {
    return new JsonPattern(resolved(written, true));
  }

  /** A topic to be expected on a socket. */
  JsonNode expectedTopic(JsonNode written) {
    JsonNode value = resolved(written, true);
    return isShort(written) ? Json.text(SOCKET_PREFIX + value.asString()) : value;
  }

  private static boolean isShort(JsonNode written) {
    String text = written.asString("");
    return written.has(TOPIC)
        || (text.startsWith("$")
            && !text.startsWith("$$")
            && !text.startsWith("${")
            && Wildcard.named(text).isEmpty());
  }

  private JsonNode resolved(JsonNode written, boolean expects) {
    if (written.isString()) {
      return word(written.stringValue(), expects);
    }
    if (written.isArray()) {
      ArrayNode copy = Json.array();
      written.forEach(element -> copy.add(resolved(element, expects)));
      return copy;
    }
    if (!written.isObject()) {
      return written;
    }
    return object(written, expects);
  }

  private JsonNode object(JsonNode written, boolean expects) {
    String first = written.isEmpty() ? "" : written.propertyNames().iterator().next();
    boolean isForm = first.startsWith("$") && !first.startsWith("$$");
    if (isForm && !PATTERNS.contains(first)) {
      JsonNode value = form(first, written);
      return expects ? JsonPattern.literal(value).node() : value;
    }
    ObjectNode copy = Json.object();
    boolean verbatim = isForm && !first.equals("$one-of");
    written
        .properties()
        .forEach(
            member ->
                copy.set(
                    member.getKey(),
                    verbatim ? member.getValue() : resolved(member.getValue(), expects)));
    return copy;
  }

  private JsonNode word(String word, boolean expects) {
    if (word.equals("$index")) {
      return Json.number(index);
    }
    if (word.contains(KEY)) {
      return Json.text(word.replace(KEY, endpoint.apiKey().reveal()));
    }
    if (Wildcard.named(word).isPresent()) {
      return Json.text(word);
    }
    if (word.startsWith("$$")) {
      return Json.text(expects ? word : Wildcard.unescaped(word));
    }
    return Json.text(inserted(word.startsWith("${") ? word : names.toSend(word)));
  }

  private String inserted(String text) {
    return INSERTED
        .matcher(text)
        .replaceAll(name -> Matcher.quoteReplacement(names.toSend("$" + name.group(1))));
  }

  private JsonNode form(String form, JsonNode written) {
    JsonNode argument = written.path(form);
    return switch (form) {
      case "$text" -> Json.text(joined(argument));
      case "$repeat" ->
          Json.text(text(argument.path("text")).repeat(argument.path("times").asInt(0)));
      case "$token" -> Json.text(tokens.make(toSend(argument)));
      case TOPIC -> Json.text(prepared(argument.asString(), written));
      case "$captured" -> capture(argument.asString());
      default -> throw new ScriptError("a value has no form `" + form + "`");
    };
  }

  private String joined(JsonNode parts) {
    return parts.isArray()
        ? parts.valueStream().map(this::text).collect(Collectors.joining())
        : text(parts);
  }

  private String prepared(String right, JsonNode written) {
    String nonce = names.toSend("$" + written.path("name").asString(right));
    return target
        .topic(right, nonce)
        .orElseThrow(() -> new ScriptError("the target names no topic for `" + right + "`"));
  }

  private JsonNode capture(String name) {
    JsonNode value = captures.get(name);
    if (value == null) {
      throw new ScriptError("nothing is captured as `" + name + "`");
    }
    return value;
  }
}
