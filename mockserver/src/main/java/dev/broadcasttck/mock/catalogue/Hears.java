package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server hears otherwise of what clients push. */
final class Hears {
  private Hears() {}

  /** Hears none of such pushes. */
  static Disturbance not(Predicate<Push> which) {
    return Points.hearing(push -> which.test(push) ? Optional.empty() : Optional.of(push));
  }

  /** Hears pushes of an event otherwise. */
  static Disturbance otherwise(String event, UnaryOperator<Push> instead) {
    return Points.hearing(push -> Optional.of(push.isEvent(event) ? instead.apply(push) : push));
  }

  /** Hears something else in the payload of an event, which it changes. */
  static Disturbance payload(String event, Consumer<ObjectNode> change) {
    return otherwise(event, push -> withPayload(push, change));
  }

  /** Hears other settings in joins that have some. */
  static Disturbance config(Consumer<ObjectNode> change) {
    return otherwise("phx_join", push -> withConfig(push, change));
  }

  static Push withConfig(Push join, Consumer<ObjectNode> change) {
    return withPayload(
        join,
        payload -> {
          if (payload.path("config") instanceof ObjectNode config) {
            change.accept(config);
          }
        });
  }

  static Push withPayload(Push push, Consumer<ObjectNode> change) {
    if (!(push.payload().tree() instanceof ObjectNode object)) {
      return push;
    }
    ObjectNode changed = object.deepCopy();
    change.accept(changed);
    return changed.equals(object) ? push : withPayload(push, changed);
  }

  static Push withPayload(Push push, JsonNode payload) {
    return new Push(
        push.joinRef(),
        push.ref(),
        push.topic(),
        push.event(),
        new Payload.Text(JsonText.of(payload)));
  }

  static Push withEvent(Push push, String event) {
    return new Push(push.joinRef(), push.ref(), push.topic(), Json.string(event), push.payload());
  }

  static Push withTopic(Push push, String topic) {
    return new Push(push.joinRef(), push.ref(), Json.string(topic), push.event(), push.payload());
  }

  /** The settings of broadcasts in a join's config, made where they are missing. */
  static ObjectNode broadcast(ObjectNode config) {
    return config.path("broadcast") instanceof ObjectNode broadcast
        ? broadcast
        : config.putObject("broadcast");
  }

  static boolean isTrue(JsonNode payload, String... path) {
    JsonNode node = payload;
    for (String key : path) {
      node = node.path(key);
    }
    return node.isBoolean() && node.booleanValue();
  }

  static JsonNode config(Push join) {
    return join.payload().tree().path("config");
  }

  static Function<Push, String> topic() {
    return push -> push.topic().asString("");
  }
}
