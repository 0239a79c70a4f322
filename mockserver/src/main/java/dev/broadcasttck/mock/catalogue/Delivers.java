package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server brings otherwise to the members of a topic. */
final class Delivers {
  private Delivers() {}

  /** Nothing to such members. */
  static Disturbance nothingTo(Predicate<Hearer> whom) {
    return nothing((broadcast, hearer) -> whom.test(hearer));
  }

  static Disturbance nothing(BiPredicate<Broadcast, Hearer> which) {
    return Points.delivering(
        (broadcast, hearer) ->
            which.test(broadcast, hearer) ? Course.nothing() : Course.of(broadcast));
  }

  /** Something else to everybody. */
  static Disturbance other(UnaryOperator<Broadcast> instead) {
    return other(hearer -> true, instead);
  }

  /** Something else to such members. */
  static Disturbance other(Predicate<Hearer> whom, UnaryOperator<Broadcast> instead) {
    return Points.delivering(
        (broadcast, hearer) -> Course.of(whom.test(hearer) ? instead.apply(broadcast) : broadcast));
  }

  /** Another inner payload, where that is JSON. */
  static Disturbance payload(Predicate<Hearer> whom, UnaryOperator<JsonNode> instead) {
    return other(whom, broadcast -> inner(broadcast, instead));
  }

  static Disturbance payload(UnaryOperator<JsonNode> instead) {
    return payload(hearer -> true, instead);
  }

  /** Another name of the event. */
  static Disturbance event(UnaryOperator<String> instead) {
    return other(broadcast -> event(broadcast, instead));
  }

  /** Something else around the inner payload of what comes as text. */
  static Disturbance envelope(Consumer<ObjectNode> change) {
    return other(broadcast -> envelope(broadcast, change));
  }

  static String event(Broadcast broadcast) {
    return broadcast.payload() instanceof Payload.User user
        ? user.event()
        : broadcast.payload().tree().path("event").asString("");
  }

  static Broadcast event(Broadcast broadcast, UnaryOperator<String> instead) {
    String right = event(broadcast);
    String wrong = instead.apply(right);
    if (wrong.equals(right)) {
      return broadcast;
    }
    return broadcast.payload() instanceof Payload.User user
        ? new Broadcast(broadcast.topic(), user.withEvent(wrong))
        : envelope(broadcast, payload -> payload.put("event", wrong));
  }

  static Broadcast envelope(Broadcast broadcast, Consumer<ObjectNode> change) {
    if (!(broadcast.payload().tree() instanceof ObjectNode object)) {
      return broadcast;
    }
    ObjectNode changed = object.deepCopy();
    change.accept(changed);
    return changed.equals(object)
        ? broadcast
        : new Broadcast(broadcast.topic(), new Payload.Text(JsonText.of(changed)));
  }

  static Broadcast inner(Broadcast broadcast, UnaryOperator<JsonNode> instead) {
    if (broadcast.payload() instanceof Payload.User user) {
      return json(user)
          .map(right -> changed(broadcast, user, right, instead.apply(right)))
          .orElse(broadcast);
    }
    return envelope(
        broadcast,
        object -> {
          if (object.has("payload")) {
            object.set("payload", instead.apply(object.path("payload")));
          }
        });
  }

  private static Broadcast changed(
      Broadcast broadcast, Payload.User user, JsonNode right, JsonNode wrong) {
    return right.equals(wrong)
        ? broadcast
        : new Broadcast(
            broadcast.topic(),
            new Payload.User(user.event(), true, Json.write(wrong), user.meta()));
  }

  static Optional<JsonNode> json(Payload.User user) {
    try {
      return user.isJson() ? Optional.of(Json.read(user.data())) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** A user broadcast as a text broadcast. */
  static Broadcast asText(Broadcast broadcast) {
    if (!(broadcast.payload() instanceof Payload.User user)) {
      return broadcast;
    }
    ObjectNode text = Json.object().put("event", user.event());
    user.meta().ifPresent(meta -> text.set("meta", meta));
    text.set("payload", json(user).orElseGet(() -> Json.string(user.data().toString())));
    text.put("type", "broadcast");
    return new Broadcast(broadcast.topic(), new Payload.Text(JsonText.of(text)));
  }

  /** A text broadcast as a user broadcast. */
  static Broadcast asUser(Broadcast broadcast) {
    JsonNode tree = broadcast.payload().tree();
    return tree.isObject()
        ? new Broadcast(
            broadcast.topic(),
            new Payload.User(event(broadcast), true, Json.write(tree.path("payload"))))
        : broadcast;
  }

  static boolean isOver(Hearer hearer, Origin origin) {
    return hearer.publication().origin() == origin;
  }

  static boolean isSecond(Hearer hearer) {
    return hearer.version() == ProtocolVersion.V2;
  }

  static boolean isUser(Broadcast broadcast) {
    return broadcast.payload() instanceof Payload.User;
  }

  static boolean isBytes(Broadcast broadcast) {
    return broadcast.payload() instanceof Payload.User user && !user.isJson();
  }
}
