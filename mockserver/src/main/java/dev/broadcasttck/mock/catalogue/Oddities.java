package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The catalogue of what a server may do although few servers do: whoever takes one of these for a
 * fault demands more than the rules.
 */
public final class Oddities {
  private static final Map<String, Supplier<Disturbance>> CATALOGUE = new LinkedHashMap<>();

  static {
    spellings();
    additions();
    unexpectedPushes();
    slowReplies();
    slowCopies();
    slowElsewhere();
  }

  private Oddities() {}

  private static void spellings() {
    JsonNode odd = Json.string("odd");
    spelling("KEYS_REVERSED", Respelling::keysReversed);
    spelling("SPACES_EVERYWHERE", Respelling::spacious);
    spelling("LETTERS_ESCAPED", Respelling::escaped);
    spelling("JOIN_REF_IN_VERSION_1", frame -> Respelling.withKey(frame, "join_ref", Json.NULL));
    spelling("UNKNOWN_KEY_IN_VERSION_1", frame -> Respelling.withKey(frame, "served_by", odd));
  }

  private static void spelling(String name, UnaryOperator<Frame> spelling) {
    enter(name, () -> Points.writing(frame -> Course.of(spelling.apply(frame))));
  }

  private static void additions() {
    copy("META_IN_EACH_COPY", Addition::meta);
    copy("UNKNOWN_KEY_IN_EACH_COPY", Addition::key);
    reply("UNKNOWN_KEY_IN_REPLIES", push -> true, Addition::key);
    reply("UNKNOWN_KEY_IN_JOIN_RESPONSE", Oddities::isJoin, Addition::responseKey);
  }

  private static void copy(String name, UnaryOperator<Broadcast> other) {
    enter(name, () -> Points.delivering((copy, hearer) -> Course.of(other.apply(copy))));
  }

  private static void reply(String name, Predicate<Push> to, UnaryOperator<ServerMessage> other) {
    enter(
        name,
        () ->
            Points.replying(
                (push, reply) -> Course.of(to.test(push) ? other.apply(reply) : reply)));
  }

  private static void unexpectedPushes() {
    JsonNode system =
        Json.object().put("message", "odd").put("status", "ok").put("extension", "system");
    JsonNode diff = Json.read("{\"joins\":{},\"leaves\":{}}");
    JsonNode somebody =
        Json.read("{\"odd\":{\"metas\":[{\"phx_ref\":\"GLqm2cR7GzCnVgGB\",\"at\":1}]}}");
    behind("PRESENCE_STATE_AFTER_JOIN", Oddities::isJoin, "presence_state", Json.object());
    behind("SOMEBODY_PRESENT_AFTER_JOIN", Oddities::isJoin, "presence_state", somebody);
    behind("PRESENCE_DIFF_AFTER_JOIN", Oddities::isJoin, "presence_diff", diff);
    behind("SYSTEM_AFTER_JOIN", Oddities::isJoin, "system", system);
    behind("SYSTEM_AFTER_ACK", Oddities::isBroadcast, "system", system);
    behind("PRESENCE_DIFF_AFTER_ACK", Oddities::isBroadcast, "presence_diff", diff);
    behind("UNKNOWN_EVENT_AFTER_JOIN", Oddities::isJoin, "weather", Json.object());
    behind("UNKNOWN_EVENT_AFTER_ACK", Oddities::isBroadcast, "weather", Json.object());
    late(
        "SYSTEM_SAID_LATE",
        List.of(5, 50),
        delay ->
            Points.replying(
                (push, reply) ->
                    isJoin(push)
                        ? Course.of(reply).and(about(reply, "system", system), Timing.alone(delay))
                        : Course.of(reply)));
  }

  private static void behind(String name, Predicate<Push> to, String event, JsonNode payload) {
    enter(
        name,
        () ->
            Points.replying(
                (push, reply) ->
                    to.test(push)
                        ? Course.of(reply).and(about(reply, event, payload))
                        : Course.of(reply)));
  }

  private static ServerMessage about(ServerMessage reply, String event, JsonNode payload) {
    return new ServerMessage(reply.joinRef(), Json.NULL, reply.topic(), event, payload);
  }

  private static void slowReplies() {
    Predicate<Push> join = Oddities::isJoin;
    Predicate<Push> broadcast = Oddities::isBroadcast;
    Predicate<Push> leave = push -> push.isEvent("phx_leave");
    inTurn("SLOW_JOIN", List.of(5, 50, 300), when -> Slow.replies(join, when));
    inTurn("SLOW_ACK", List.of(5, 30, 300), when -> Slow.replies(broadcast, when));
    alone("ACK_OVERTAKEN", List.of(5, 30, 300), when -> Slow.replies(broadcast, when));
    inTurn("SLOW_LEAVE", List.of(30, 300), when -> Slow.replies(leave, when));
    inTurn("SLOW_REPLY", List.of(5, 30), when -> Slow.replies(push -> true, when));
    inTurn("SLOW_PUSH", List.of(30), when -> Slow.pushes(message -> true, when));
  }

  /** What is late for one member is late in its turn: each gets all in the order of sending. */
  private static void slowCopies() {
    inTurn("SLOW_COPY", List.of(5, 30, 300), when -> Slow.copies(hearer -> true, when));
    alone("OWN_COPY_AFTER_ACK", List.of(0), when -> Slow.copies(Hearer::isSender, when));
    inTurn("SLOW_OWN_COPY", List.of(5, 30, 300), when -> Slow.copies(Hearer::isSender, when));
    inTurn("SLOW_FOR_OTHERS", List.of(5, 30, 300), w -> Slow.copies(h -> !h.isSender(), w));
    inTurn("SLOW_FOR_LAST_JOINER", List.of(30, 300), w -> Slow.copies(Hearer::isLatest, w));
    inTurn("SLOW_FOR_EARLY_JOINERS", List.of(30, 300), w -> Slow.copies(h -> !h.isLatest(), w));
    inTurn("SLOW_ON_SECOND_CHANNEL", List.of(30, 300), w -> Slow.copies(h -> h.ordinal() > 1, w));
    inTurn("SLOW_ON_FIRST_CHANNEL", List.of(30, 300), w -> Slow.copies(h -> h.ordinal() == 1, w));
    enter("JITTER", Slow::jitter);
  }

  private static void slowElsewhere() {
    inTurn("SLOW_SOCKET", List.of(5, 30, 300), Slow::frames);
    alone("REST_DELIVERED_AFTER_ANSWER", List.of(0, 5, 30, 300), Slow::restDelivery);
    late("REST_ANSWERED_LATE", List.of(5, 30, 300), Slow::restAnswer);
  }

  private static boolean isJoin(Push push) {
    return push.isEvent("phx_join");
  }

  private static boolean isBroadcast(Push push) {
    return push.isEvent("broadcast");
  }

  private static void inTurn(
      String name, List<Integer> millis, Function<Timing, Disturbance> slow) {
    late(name, millis, delay -> slow.apply(Timing.inTurn(delay)));
  }

  private static void alone(String name, List<Integer> millis, Function<Timing, Disturbance> slow) {
    late(name, millis, delay -> slow.apply(Timing.alone(delay)));
  }

  private static void late(
      String name, List<Integer> millis, Function<Duration, Disturbance> slow) {
    for (int delay : millis) {
      enter("%s_%d_MS".formatted(name, delay), () -> slow.apply(Duration.ofMillis(delay)));
    }
  }

  private static void enter(String name, Supplier<Disturbance> disturbance) {
    CATALOGUE.put(name, disturbance);
  }

  /** An oddity of that name that has not shown yet. */
  public static Optional<Fault> named(String name) {
    return Optional.ofNullable(CATALOGUE.get(name))
        .map(disturbance -> new Fault(name, Set.of(), disturbance.get()));
  }

  public static List<String> names() {
    return List.copyOf(CATALOGUE.keySet());
  }
}
