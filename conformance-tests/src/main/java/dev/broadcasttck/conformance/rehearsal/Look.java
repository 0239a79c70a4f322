package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.match.Mismatch;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.spec.protocol.Encoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a step looks for on the wire: frames, requests for a socket, or other requests of a client.
 *
 * @param kind which of the three
 * @param actor whose; anybody's if empty
 * @param pattern of what is told of each
 * @param text a regular expression that is found in a frame's text
 */
record Look(
    Kind kind, Optional<String> actor, JsonPattern pattern, Optional<Pattern> text, WireLog log) {
  private static final Set<String> OF_FRAMES =
      Set.of("topic", "event", "payload", "ref", "join_ref", "encoding");
  private static final Set<String> OF_REQUESTS =
      Set.of("method", "path", "query", "headers", "json", "body");
  private static final String OTHER_KEYS = "...";
  private static final JsonNode JOIN = StringNode.valueOf("phx_join");

  /** What sort of thing is looked for. */
  enum Kind {
    FRAME,
    CONNECT,
    REQUEST
  }

  /** A look as a script writes it. */
  static Look read(Kind kind, JsonNode written, Words words, WireLog log) {
    Optional<String> actor = written.optional("from").map(JsonNode::asString);
    ObjectNode pattern = Json.object();
    Set<String> keys = kind == Kind.FRAME ? OF_FRAMES : OF_REQUESTS;
    for (Map.Entry<String, JsonNode> part : written.properties()) {
      if (keys.contains(part.getKey())) {
        pattern.set(part.getKey(), expected(part, words, actor));
      }
    }
    if (written.path("binary").isBoolean()) {
      pattern.put("encoding", written.path("binary").booleanValue() ? "binary" : "text");
    }
    pattern.put(OTHER_KEYS, "$any");
    Optional<Pattern> text =
        written.optional("text-matches").map(JsonNode::asString).map(Pattern::compile);
    return new Look(kind, actor, new JsonPattern(pattern), text, log);
  }

  private static JsonNode expected(
      Map.Entry<String, JsonNode> part, Words words, Optional<String> actor) {
    return switch (part.getKey()) {
      case "topic" -> words.expectedTopic(part.getValue());
      case "query", "headers" -> open(words.expected(part.getValue(), actor));
      default -> words.expected(part.getValue(), actor);
    };
  }

  private static JsonNode open(JsonNode pattern) {
    return pattern.isObject() ? ((ObjectNode) pattern.deepCopy()).put(OTHER_KEYS, "$any") : pattern;
  }

  /** All that fits, in its order. */
  Stream<Entry> in(List<Entry> entries) {
    return candidates(entries).filter(this::fits);
  }

  /** All of that kind, whether it fits or not. */
  Stream<Entry> candidates(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> Wire.isOf(entry, actor) && !Wire.isFence(entry))
        .filter(
            entry ->
                switch (kind) {
                  case FRAME -> entry.what() instanceof FrameSent;
                  case CONNECT -> entry.what() instanceof SocketOpening;
                  case REQUEST -> entry.what() instanceof RequestSent;
                });
  }

  /**
   * What decides: of joins the next one of the topic, for a client that is refused joins again, and
   * a later one that is right excuses no wrong one. Anything else may be among others.
   */
  Look next() {
    if (!pattern.node().path("event").equals(JOIN)) {
      return this;
    }
    ObjectNode join = Json.object().put(OTHER_KEYS, "$any");
    join.set("event", JOIN);
    pattern.node().optional("topic").ifPresent(topic -> join.set("topic", topic));
    return new Look(kind, actor, new JsonPattern(join), Optional.empty(), log);
  }

  boolean fits(Entry entry) {
    return mismatch(entry).isEmpty()
        && text.map(expression -> expression.matcher(text(entry)).find()).orElse(true);
  }

  /** The first place in which a candidate is not what is looked for. */
  Optional<Mismatch> mismatch(Entry entry) {
    return pattern.compare(view(entry));
  }

  Map<String, JsonNode> captures(Entry entry) {
    return pattern.captures(view(entry));
  }

  private static String text(Entry entry) {
    return entry.what() instanceof FrameSent sent && sent.frame().kind() == Encoding.TEXT
        ? sent.frame().content()
        : "";
  }

  private JsonNode view(Entry entry) {
    Optional<Event> event = log.event(entry.what());
    if (event.isPresent() && event.get() instanceof Event.Knocked knocked) {
      return view(knocked.request());
    }
    if (event.isPresent() && event.get() instanceof Event.Asked asked) {
      return view(asked.request());
    }
    return frame(entry);
  }

  private static JsonNode frame(Entry entry) {
    ObjectNode view = Json.object();
    Wire.envelope(entry)
        .ifPresent(
            it -> {
              view.put("topic", it.topic()).put("event", it.event());
              view.set("ref", it.ref());
              view.set("join_ref", it.joinRef());
              view.set("payload", it.payload());
            });
    boolean isText = entry.what() instanceof FrameSent sent && sent.frame().kind() == Encoding.TEXT;
    return view.put("encoding", isText ? "text" : "binary");
  }

  private static JsonNode view(Request request) {
    ObjectNode view = Json.object().put("method", request.method()).put("path", request.path());
    ObjectNode query = view.putObject("query");
    request.query().forEach(query::put);
    ObjectNode headers = view.putObject("headers");
    request.headers().forEach(headers::put);
    String body = request.body().utf8();
    view.put("body", body);
    Json.parse(body).ifPresent(json -> view.set("json", json));
    return view;
  }

  /** What is looked for, in words. */
  String inWords() {
    String what =
        switch (kind) {
          case FRAME -> "a frame";
          case CONNECT -> "a request for a socket";
          case REQUEST -> "a request";
        };
    ObjectNode shown = (ObjectNode) pattern.node().deepCopy();
    shown.remove(OTHER_KEYS);
    return what
        + actor.map(name -> " of " + name).orElse("")
        + (shown.isEmpty() ? "" : " like " + shown)
        + text.map(expression -> " in which `" + expression + "` is found").orElse("");
  }
}
