package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.server.MockScript;
import dev.broadcasttck.mock.server.MockScript.JoinRef;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.WireForm;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server says by itself: broadcasts of others, the ends of channels, anything at all. */
final class Telling {
  private Telling() {}

  static Reaction delivers(Turn turn) throws InterruptedException {
    String event = turn.rehearsal().words().toSend(turn.node().path("event")).asString();
    JsonNode payload = turn.rehearsal().words().toSend(turn.node().path("payload"));
    Optional<JsonNode> meta = turn.node().optional("meta").map(turn.rehearsal().words()::toSend);
    boolean asBinary = turn.optional("encoding").filter("binary"::equals).isPresent();
    String topic = turn.topic().orElseThrow();
    int calledAt = turn.stage().tape().entries().size() - 1;
    turn.step()
        .label()
        .ifPresent(
            label ->
                turn.stage()
                    .remember(
                        label,
                        new Sent(
                            label, partOfOthers(label, topic), event, payload, true, calledAt)));
    return told(
        turn,
        topic,
        () ->
            turn.rehearsal()
                .script()
                .deliver(turn.receivers(), topic, event, payload, meta, asBinary));
  }

  /** Whoever sent it: somebody with a channel of that topic, of whom there is nothing to see. */
  private static Part partOfOthers(String label, String topic) {
    return new Part(
        Actor.SERVER,
        label,
        topic.replaceFirst("^realtime:", ""),
        new ChannelOptions(true, false, false),
        new Nobody(),
        new LinkedHashMap<>(),
        new AtomicBoolean(true),
        new AtomicInteger());
  }

  static Reaction closesChannel(Turn turn) throws InterruptedException {
    return notice(turn, "phx_close", Json.object());
  }

  static Reaction failsChannel(Turn turn) throws InterruptedException {
    ObjectNode payload = Json.object();
    turn.node()
        .optional("reason")
        .ifPresent(reason -> payload.set("reason", turn.rehearsal().words().toSend(reason)));
    return notice(turn, "phx_error", payload);
  }

  static Reaction saysSystem(Turn turn) throws InterruptedException {
    String topic = turn.topic().orElseThrow();
    ObjectNode payload = Json.object();
    payload.put("message", turn.text("message")).put("status", turn.text("status"));
    payload.put("extension", turn.optional("extension").orElse("system"));
    payload.put("channel", topic.replaceFirst("^realtime:", ""));
    return told(
        turn,
        topic,
        () ->
            turn.rehearsal()
                .script()
                .say(
                    turn.receivers().and(socket -> !socket.joins(topic).isEmpty()),
                    socket ->
                        new ServerMessage(
                            MockScript.reference(socket, topic, JoinRef.CURRENT),
                            Json.none(),
                            Json.text(topic),
                            "system",
                            payload)));
  }

  private static Reaction notice(Turn turn, String event, JsonNode payload)
      throws InterruptedException {
    JoinRef joinRef = joinRef(turn.optional("join_ref").orElse("current"));
    String topic = turn.topic().orElseThrow();
    return told(
        turn,
        topic,
        () -> turn.rehearsal().script().notify(turn.receivers(), topic, event, payload, joinRef));
  }

  private static JoinRef joinRef(String word) {
    return JoinRef.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Something done to sockets, and to how many. */
  @FunctionalInterface
  private interface Deed {
    int count();
  }

  /** Waits for a client that has joined; there is nobody to tell anything otherwise. */
  private static Reaction told(Turn turn, String topic, Deed deed) throws InterruptedException {
    Duration budget = turn.stage().budgets().mustCome();
    Optional<?> join =
        turn.stage()
            .tape()
            .await(entries -> Wire.joins(entries, turn.optional("to"), topic).findFirst(), budget);
    return join.isPresent() && deed.count() > 0
        ? Reaction.HELD
        : Flight.orUnproven(
            turn.rehearsal(),
            turn.optional("to"),
            "a client that joined " + topic,
            "none has on an open socket");
  }

  static Reaction sends(Turn turn) throws InterruptedException {
    turn.stage()
        .tape()
        .await(
            entries -> Wire.open(entries, turn.optional("to")).stream().findFirst(),
            turn.stage().budgets().mustCome());
    return send(turn) > 0
        ? Reaction.HELD
        : Flight.orUnproven(
            turn.rehearsal(), turn.optional("to"), "a socket to send on", "no client has one open");
  }

  private static int send(Turn turn) {
    ObjectNode frame = (ObjectNode) turn.node().deepCopy();
    frame.remove("to");
    MockScript script = turn.rehearsal().script();
    return switch (WireForm.of(frame)) {
      case TEXT -> script.sendText(turn.receivers(), text(turn, frame.path("text")));
      case BINARY ->
          script.sendBinary(
              turn.receivers(), HexFormat.of().parseHex(text(turn, frame.path("binary"))));
      case MESSAGE -> script.say(turn.receivers(), socket -> message(turn, frame, socket));
      default ->
          throw new ScriptError(
              turn.step().location() + ": the server sends a message, a `text` or a `binary`");
    };
  }

  private static String text(Turn turn, JsonNode written) {
    return turn.rehearsal().words().toSend(written).asString();
  }

  private static ServerMessage message(Turn turn, JsonNode frame, LiveSocket socket) {
    String topic = turn.rehearsal().words().topic(frame.path("topic"));
    ObjectNode it = Json.object();
    frame
        .properties()
        .forEach(
            part ->
                it.set(
                    part.getKey(),
                    turn.rehearsal()
                        .words()
                        .toSend(
                            part.getValue(),
                            word -> MockScript.reference(socket, topic, joinRef(word)))));
    return new ServerMessage(
        it.path("join_ref").isMissingNode() ? Json.none() : it.path("join_ref"),
        it.path("ref").isMissingNode() ? Json.none() : it.path("ref"),
        Json.text(topic),
        it.path("event").asString(""),
        it.path("payload"));
  }

  static Reaction advances(Turn turn) {
    String word = turn.node().path("advance").asString("");
    long number = Long.parseLong(word.replaceAll("[a-z]", ""));
    turn.rehearsal()
        .mock()
        .advance(
            word.endsWith("ms")
                ? Duration.ofMillis(number)
                : word.endsWith("min") ? Duration.ofMinutes(number) : Duration.ofSeconds(number));
    return Reaction.HELD;
  }

  /** A channel that is not ours to use. */
  private static final class Nobody implements DriverChannel {
    @Override
    public void on(String listener, String event) {
      throw new ScriptError("the server has no listeners");
    }

    @Override
    public void subscribe() {
      throw new ScriptError("the server does not subscribe");
    }

    @Override
    public void send(String send, String event, JsonNode payload) {
      throw new ScriptError("the server delivers, it does not send");
    }

    @Override
    public void httpSend(String send, String event, JsonNode payload) {
      throw new ScriptError("the server delivers, it does not send");
    }

    @Override
    public void unsubscribe() {
      throw new ScriptError("the server does not unsubscribe");
    }

    @Override
    public void remove() {
      throw new ScriptError("the server has nothing to remove");
    }
  }
}
