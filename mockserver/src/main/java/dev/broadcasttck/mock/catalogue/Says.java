package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server says otherwise in its replies and in its messages about channels. */
final class Says {
  static final String OK = "ok";
  static final String ERROR = "error";

  private static final Timing LATE = Timing.alone(Duration.ofMillis(30));

  private Says() {}

  /** Other replies to the pushes of an event. */
  static Disturbance reply(String event, UnaryOperator<ServerMessage> instead) {
    return reply(event, (push, reply) -> instead.apply(reply));
  }

  static Disturbance reply(String event, BiFunction<Push, ServerMessage, ServerMessage> instead) {
    return Points.replying(
        (push, reply) -> Course.of(push.isEvent(event) ? instead.apply(push, reply) : reply));
  }

  /** Other replies of a status to the pushes of an event. */
  static Disturbance reply(String event, String status, UnaryOperator<ServerMessage> instead) {
    return reply(event, reply -> hasStatus(reply, status) ? instead.apply(reply) : reply);
  }

  static Disturbance noReply(String event) {
    return noReply((push, reply) -> push.isEvent(event));
  }

  static Disturbance noReply(BiPredicate<Push, ServerMessage> to) {
    return Points.replying(
        (push, reply) -> to.test(push, reply) ? Course.nothing() : Course.of(reply));
  }

  static Disturbance replyTwice(String event) {
    return Points.replying(
        (push, reply) -> push.isEvent(event) ? Course.of(reply).and(reply) : Course.of(reply));
  }

  /** Replies that come when what should follow them has come. */
  static Disturbance replyLate(String event) {
    return Points.replying(
        (push, reply) -> push.isEvent(event) ? Course.of(reply, LATE) : Course.of(reply));
  }

  /** A reply where none was asked for. */
  static Disturbance replyUnasked(String event) {
    return Points.withholding(
        (push, reply) -> push.isEvent(event) ? Course.of(reply) : Course.nothing());
  }

  /** Other messages of an event about channels. */
  static Disturbance push(String event, UnaryOperator<ServerMessage> instead) {
    return Points.pushing(
        message -> Course.of(message.event().equals(event) ? instead.apply(message) : message));
  }

  static Disturbance noPush(String event) {
    return noPush(message -> message.event().equals(event));
  }

  static Disturbance noPush(Predicate<ServerMessage> which) {
    return Points.pushing(message -> which.test(message) ? Course.nothing() : Course.of(message));
  }

  static boolean hasStatus(ServerMessage message, String status) {
    return message.payload().path("status").asString("").equals(status);
  }

  /** Whether the reason or another text of a message contains some words. */
  static boolean says(ServerMessage message, String words) {
    return message.payload().toString().contains(words);
  }

  static ServerMessage ref(ServerMessage message, JsonNode ref) {
    return new ServerMessage(
        message.joinRef(), ref, message.topic(), message.event(), message.payload());
  }

  static ServerMessage joinRef(ServerMessage message, JsonNode joinRef) {
    return new ServerMessage(
        joinRef, message.ref(), message.topic(), message.event(), message.payload());
  }

  static ServerMessage topic(ServerMessage message, String topic) {
    return new ServerMessage(
        message.joinRef(), message.ref(), Json.string(topic), message.event(), message.payload());
  }

  static ServerMessage event(ServerMessage message, String event) {
    return new ServerMessage(
        message.joinRef(), message.ref(), message.topic(), event, message.payload());
  }

  /** The same with a payload that has been changed. */
  static ServerMessage payload(ServerMessage message, Consumer<ObjectNode> change) {
    if (!(message.payload() instanceof ObjectNode object)) {
      return message;
    }
    ObjectNode changed = object.deepCopy();
    change.accept(changed);
    return new ServerMessage(
        message.joinRef(), message.ref(), message.topic(), message.event(), changed);
  }

  static ServerMessage status(ServerMessage message, String status) {
    return payload(message, payload -> payload.put("status", status));
  }

  static ServerMessage response(ServerMessage message, JsonNode response) {
    return payload(message, payload -> payload.set("response", response));
  }
}
