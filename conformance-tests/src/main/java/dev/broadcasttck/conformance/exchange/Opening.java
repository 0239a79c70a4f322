package dev.broadcasttck.conformance.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.match.Mismatch;
import dev.broadcasttck.conformance.plain.PlainSocket;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketOpened;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Step;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How sockets are opened, and how servers refuse them. */
final class Opening {
  private static final Map<String, String> PATHS =
      Map.of("hosted", "/realtime/v1/websocket", "bare", "/socket/websocket");
  private static final String ABSENT = "$absent";

  private Opening() {}

  static Reaction connect(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Optional<Happening> outcome = open(scene, caller, written);
    String expected = caller.name() + "'s socket opens";
    if (outcome.isEmpty()) {
      return new Broken(expected, nothing(scene));
    }
    return outcome.get() instanceof SocketOpened
        ? Reaction.HELD
        : new Broken(expected, outcome.get().toString());
  }

  static Reaction refused(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Optional<Happening> outcome = open(scene, caller, written);
    ObjectNode pattern = Json.object().put("...", "$any");
    for (String key : List.of("status", "body", "json")) {
      written
          .optional(key)
          .ifPresent(part -> pattern.set(key, scene.values().toExpect(part).node()));
    }
    String expected = "opening the socket is answered with HTTP " + View.cut(pattern.toString());
    if (outcome.isEmpty()) {
      return new Broken(expected, nothing(scene));
    }
    if (!(outcome.get() instanceof SocketRefused refusal)) {
      return new Broken(expected, outcome.get().toString());
    }
    ObjectNode actual = Json.object().put("status", refusal.status()).put("body", refusal.body());
    Json.parse(refusal.body()).ifPresent(json -> actual.set("json", json));
    Optional<Mismatch> mismatch = new JsonPattern(pattern).compare(actual);
    return mismatch
        .<Reaction>map(
            why -> new Broken(expected, why + ", in the answer " + View.cut(actual.toString())))
        .orElse(new Held(""));
  }

  private static Optional<Happening> open(Scene scene, Caller caller, JsonNode written)
      throws InterruptedException {
    if (isOpen(scene, caller)) {
      throw new ScriptError(caller.name() + " has an open socket already");
    }
    ProtocolVersion vsn = spoken(caller, written);
    PlainSocket socket =
        PlainSocket.open(
            scene.network(),
            url(scene, caller, written),
            headers(scene, written),
            vsn,
            scene.number(caller.name()),
            scene.redaction(),
            scene.tap(caller));
    caller.opened(socket, vsn);
    return scene
        .tape()
        .await(entries -> outcome(entries, socket.name()), scene.budgets().mustCome());
  }

  private static boolean isOpen(Scene scene, Caller caller) {
    return caller
        .lastSocket()
        .filter(
            last ->
                scene.tape().entries().stream().noneMatch(e -> Ending.isEnd(e.what(), last.name())))
        .isPresent();
  }

  private static Optional<Happening> outcome(List<Entry> entries, String socket) {
    return entries.stream().map(Entry::what).filter(what -> isOutcome(what, socket)).findFirst();
  }

  private static boolean isOutcome(Happening what, String socket) {
    if (what instanceof SocketOpened opened) {
      return opened.socket().equals(socket);
    } else if (what instanceof SocketRefused refused) {
      return refused.socket().equals(socket);
    } else if (what instanceof SocketClosed closed) {
      return closed.socket().equals(socket);
    }
    return what instanceof SocketLost lost && lost.socket().equals(socket);
  }

  /** What the server makes of the version asked for: none and 1.0.x are version 1. */
  private static ProtocolVersion spoken(Caller caller, JsonNode written) {
    String asked = written.path("vsn").asString(caller.version().vsn());
    return asked.startsWith("2.") ? ProtocolVersion.V2 : ProtocolVersion.V1;
  }

  private static URI url(Scene scene, Caller caller, JsonNode written) {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "apikey", scene.endpoint().apiKey().reveal(), written, scene.values());
    put(query, "vsn", caller.version().vsn(), written, scene.values());
    written
        .path("query")
        .properties()
        .forEach(each -> query.put(each.getKey(), scene.values().text(each.getValue())));
    return URI.create(address(scene.endpoint(), written) + query(query));
  }

  private static String address(Endpoint endpoint, JsonNode written) {
    String path = PATHS.get(written.path("path").asString(""));
    return (path == null ? endpoint.socket() : endpoint.socket().resolve(path)).toString();
  }

  private static void put(
      Map<String, String> query, String name, String usual, JsonNode written, Values values) {
    JsonNode wish = written.path(name);
    if (wish.isMissingNode()) {
      query.put(name, usual);
    } else if (!wish.asString("").equals(ABSENT)) {
      query.put(name, values.text(wish));
    }
  }

  static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  static Map<String, String> headers(Scene scene, JsonNode written) {
    Map<String, String> headers = new LinkedHashMap<>(scene.endpoint().headers());
    written
        .path("headers")
        .properties()
        .forEach(each -> headers.put(each.getKey(), scene.values().text(each.getValue())));
    return headers;
  }

  private static String nothing(Scene scene) {
    return "nothing came within " + scene.budgets().mustCome().toMillis() + " ms";
  }
}
