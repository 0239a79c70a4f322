package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.match.Wildcard;
import dev.broadcasttck.conformance.stage.Names;
import dev.broadcasttck.conformance.stage.ScriptError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the values of a script of the client corpus stand for in one playing. */
final class Words {
  private static final String SOCKET_PREFIX = "realtime:";
  private static final String KEY = "$apikey";
  private static final Set<String> PATTERNS = Set.of("$matches", "$one-of", "$capture", "$not");
  private static final Pattern INSERTED = Pattern.compile("\\$\\{([^}]*)}");

  private final Names names;
  private final Passes passes;
  private final BiFunction<String, String, Optional<String>> prepared;
  private final Map<String, JsonNode> captures = new HashMap<>();

  /**
   * @param prepared the topics that users have rights to, by the right and a nonce
   */
  Words(Names names, Passes passes, BiFunction<String, String, Optional<String>> prepared) {
    this.names = names;
    this.passes = passes;
    this.prepared = prepared;
  }

  void captured(Map<String, JsonNode> found) {
    captures.putAll(found);
  }

  /** A value that the server is to send. */
  JsonNode toSend(JsonNode written) {
    return new Resolution(false, Optional.empty(), word -> Json.none()).resolved(written);
  }

  /** The same, where {@code {$join-ref: …}} stands for a reference on some socket. */
  JsonNode toSend(JsonNode written, Function<String, JsonNode> joinRefs) {
    return new Resolution(false, Optional.empty(), joinRefs).resolved(written);
  }

  /**
   * A value to be expected.
   *
   * @param actor whose key {@code $apikey} is; the only one's if empty
   */
  JsonPattern toExpect(JsonNode written, Optional<String> actor) {
    return new JsonPattern(expected(written, actor));
  }

  JsonNode expected(JsonNode written, Optional<String> actor) {
    return new Resolution(true, actor, word -> Json.none()).resolved(written);
  }

  /** A topic as on the wire, where a bare name is short for a channel of that name. */
  String topic(JsonNode written) {
    String value = toSend(written).asString("");
    return isShort(written) ? SOCKET_PREFIX + value : value;
  }

  /** A topic as users write it. */
  String userTopic(JsonNode written) {
    return toSend(written).asString("");
  }

  /** A topic to be expected on the wire. */
  JsonNode expectedTopic(JsonNode written) {
    JsonNode value = expected(written, Optional.empty());
    return isShort(written) ? Json.text(SOCKET_PREFIX + value.asString()) : value;
  }

  private static boolean isShort(JsonNode written) {
    String text = written.asString("");
    return written.has("$topic")
        || (text.startsWith("$")
            && !text.startsWith("$$")
            && !text.startsWith("${")
            && Wildcard.named(text).isEmpty());
  }

  /** One reading of a value. */
  private final class Resolution {
    private final boolean expects;
    private final Optional<String> actor;
    private final Function<String, JsonNode> joinRefs;

    Resolution(boolean expects, Optional<String> actor, Function<String, JsonNode> joinRefs) {
      this.expects = expects;
      this.actor = actor;
      this.joinRefs = joinRefs;
    }

    JsonNode resolved(JsonNode written) {
      if (written.isString()) {
        return word(written.stringValue());
      }
      if (written.isArray()) {
        ArrayNode copy = Json.array();
        written.forEach(element -> copy.add(resolved(element)));
        return copy;
      }
      return written.isObject() ? object(written) : written;
    }

    private JsonNode object(JsonNode written) {
      String first = written.isEmpty() ? "" : written.propertyNames().iterator().next();
      boolean isForm = first.startsWith("$") && !first.startsWith("$$");
      if (isForm && !PATTERNS.contains(first)) {
        JsonNode value = form(first, written);
        return expects ? JsonPattern.literal(value).node() : value;
      }
      boolean verbatim = first.equals("$matches") || first.equals("$capture");
      ObjectNode copy = Json.object();
      written
          .properties()
          .forEach(m -> copy.set(m.getKey(), verbatim ? m.getValue() : resolved(m.getValue())));
      return copy;
    }

    private JsonNode word(String word) {
      if (word.contains(KEY)) {
        String key = actor.map(passes::key).orElseGet(passes::onlyKey).reveal();
        return Json.text(word.replace(KEY, key));
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
        case "$token" -> Json.text(token(argument.asString()));
        case "$topic" -> Json.text(prepared(argument.asString(), written));
        case "$captured" -> capture(argument.asString());
        case "$join-ref" -> joinRefs.apply(argument.asString());
        default -> throw new ScriptError("a value has no form `" + form + "`");
      };
    }

    private String joined(JsonNode parts) {
      return parts.isArray()
          ? parts.valueStream().map(this::text).collect(Collectors.joining())
          : text(parts);
    }

    private String text(JsonNode written) {
      JsonNode value = resolved(written);
      return value.isString() ? value.stringValue() : Json.write(value);
    }
  }

  private String token(String whose) {
    return passes.token(whose).reveal();
  }

  private String prepared(String right, JsonNode written) {
    String nonce = names.toSend("$" + written.path("name").asString(right));
    return prepared
        .apply(right, nonce)
        .orElseThrow(() -> new ScriptError("there is no topic for `" + right + "`"));
  }

  private JsonNode capture(String name) {
    JsonNode value = captures.get(name);
    if (value == null) {
      throw new ScriptError("nothing is captured as `" + name + "`");
    }
    return value;
  }
}
