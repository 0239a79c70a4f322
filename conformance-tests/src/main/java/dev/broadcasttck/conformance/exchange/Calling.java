package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.plain.PlainCall;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.RequestLost;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.spec.scenario.Step;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** HTTP requests, and how they are answered. */
final class Calling {
  private static final String BATCH = "/api/broadcast";
  private static final int ACCEPTED = 202;

  private Calling() {}

  static Reaction requests(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    String path = scene.values().text(written.path("path"));
    Map<String, String> query = new LinkedHashMap<>();
    written
        .path("query")
        .properties()
        .forEach(each -> query.put(each.getKey(), scene.values().text(each.getValue())));
    int sentAt = scene.tape().entries().size();
    ByteString body = body(scene.values(), written);
    String call =
        send(
            scene,
            caller,
            written.path("method").asString(),
            path + Opening.query(query),
            Opening.headers(scene, written),
            body);
    step.label().ifPresent(label -> scene.rememberCall(label, call));
    List<Push> broadcasts = new RestWords(caller.name(), sentAt).read(path, body.utf8(), written);
    if (!broadcasts.isEmpty()) {
      step.label().ifPresent(label -> scene.remember(label, broadcasts));
    }
    return Reaction.HELD;
  }

  static Reaction batch(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    Values values = scene.values();
    JsonNode token =
        written
            .optional("token")
            .map(values::toSend)
            .orElseGet(() -> values.toSend(Json.text("$apikey")));
    Map<String, String> headers = new LinkedHashMap<>(scene.endpoint().headers());
    headers.put("Content-Type", "application/json");
    headers.put("Authorization", "Bearer " + token.asString());
    ObjectNode body = Json.object();
    body.set("messages", values.toSend(written.path("messages")));
    int sentAt = scene.tape().entries().size();
    String call =
        send(scene, caller, "POST", BATCH, headers, ByteString.encodeUtf8(Json.write(body)));
    step.label().ifPresent(label -> scene.rememberCall(label, call));
    step.label()
        .ifPresent(
            label -> scene.remember(label, new RestWords(caller.name(), sentAt).batch(body)));
    ObjectNode expected = Json.object().put("status", ACCEPTED).put("...", "$any");
    return answer(scene, call, expected);
  }

  static Reaction answers(Scene scene, Caller caller, Step step, JsonNode written)
      throws InterruptedException {
    ObjectNode expected = Json.object().put("...", "$any");
    for (String key : List.of("status", "body", "json")) {
      written
          .optional(key)
          .ifPresent(part -> expected.set(key, scene.values().toExpect(part).node()));
    }
    written.optional("headers").ifPresent(part -> expected.set("headers", headers(scene, part)));
    return answer(scene, scene.call(written.path("to").asString()), expected);
  }

  /** Sends a request whose target is relative to the REST base. */
  static String send(
      Scene scene,
      Caller caller,
      String method,
      String target,
      Map<String, String> headers,
      ByteString body)
      throws InterruptedException {
    if (target.startsWith(BATCH)) {
      scene.pace().beforeBroadcast((int) scene.callers().count());
    }
    URI address = scene.endpoint().broadcast();
    String base = address.getRawPath().replaceFirst(BATCH + "/?$", "");
    String call = scene.number("call");
    new PlainCall(address, method, base + target, headers, body)
        .send(scene.network(), call, scene.redaction(), scene.tap(caller));
    return call;
  }

  private static ObjectNode headers(Scene scene, JsonNode written) {
    ObjectNode pattern = Json.object().put("...", "$any");
    written
        .properties()
        .forEach(
            header ->
                pattern.set(
                    header.getKey().toLowerCase(Locale.ROOT),
                    scene.values().toExpect(header.getValue()).node()));
    return pattern;
  }

  private static ByteString body(Values values, JsonNode written) {
    if (written.has("hex")) {
      return ByteString.decodeHex(values.text(written.path("hex")));
    }
    if (written.has("json")) {
      return ByteString.encodeUtf8(Json.write(values.toSend(written.path("json"))));
    }
    return ByteString.encodeUtf8(written.has("body") ? values.text(written.path("body")) : "");
  }

  private static Reaction answer(Scene scene, String call, ObjectNode expected)
      throws InterruptedException {
    String words = "an HTTP answer like " + View.cut(expected.toString());
    Optional<Happening> answer =
        scene.tape().await(entries -> answer(entries, call), scene.budgets().mustCome());
    if (answer.isEmpty() || !(answer.get() instanceof ResponseReceived response)) {
      return new Broken(words, answer.map(Happening::toString).orElse("none came"));
    }
    ObjectNode actual = Json.object().put("status", response.status()).put("body", response.body());
    Json.parse(response.body()).ifPresent(json -> actual.set("json", json));
    response.headers().forEach(actual.putObject("headers")::put);
    JsonPattern pattern = new JsonPattern(expected);
    scene.values().captured(pattern.captures(actual));
    return pattern
        .compare(actual)
        .<Reaction>map(
            why -> new Broken(words, why + ", in the answer " + View.cut(actual.toString())))
        .orElse(new Held(""));
  }

  private static Optional<Happening> answer(List<Entry> entries, String call) {
    return entries.stream()
        .map(Entry::what)
        .filter(
            what ->
                (what instanceof ResponseReceived response && response.call().equals(call))
                    || (what instanceof RequestLost lost && lost.call().equals(call)))
        .findFirst();
  }
}
