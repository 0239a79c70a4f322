package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Rhythm;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.message.Json;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Broadcasts that go wrong on their way to the members of their topic. */
final class SpreadFaults {
  private static final int LARGE = 32 * 1024;
  private static final int BINARY_NAME = 255;

  private SpreadFaults() {}

  static void enter(Catalogue faults) {
    losses(faults);
    payloads(faults);
    envelopes(faults);
    events(faults);
    rooms(faults);
  }

  private static void losses(Catalogue faults) {
    String reach = "SMOKE-1 BROADCAST-1 FILTER-1";
    Predicate<Hearer> others = hearer -> !hearer.isSender();
    faults.enter("NOBODY_HEARS", reach, Delivers.nothingTo(others));
    faults.enter(
        "ONE_IN_TWO_LOST", "BROADCAST-1", () -> Delivers.nothingTo(others).on(Rhythm.oneIn(2, 1)));
    faults.enter(
        "ONE_IN_FIVE_LOST", "ORDER-1", () -> Delivers.nothingTo(others).on(Rhythm.oneIn(5, 0)));
    faults.enter("LAST_JOINER_HEARS_NOTHING", "BROADCAST-1", Delivers.nothingTo(Hearer::isLatest));
    faults.enter(
        "TWO_SWAPPED",
        "ORDER-1",
        () -> late(Rhythm.oneIn(2, 1), Timing.alone(Duration.ofMillis(40))));
    faults.enter(
        "LARGE_LOST",
        "BROADCAST-11",
        Delivers.nothing((broadcast, hearer) -> size(broadcast.payload().tree()) > LARGE));
    faults.enter(
        "LARGE_CUT",
        "BROADCAST-11",
        Delivers.payload(each(node -> node.isString() && size(node) > LARGE ? cut(node) : node)));
  }

  private static int size(JsonNode tree) {
    return tree.toString().length();
  }

  private static JsonNode cut(JsonNode text) {
    return Json.string(text.stringValue().substring(0, LARGE));
  }

  private static Disturbance late(Rhythm rhythm, Timing when) {
    return Slow.copies(hearer -> true, when).on(rhythm);
  }

  private static java.util.function.UnaryOperator<JsonNode> each(
      Function<JsonNode, JsonNode> instead) {
    return tree -> Trees.each(tree, node -> Optional.of(instead.apply(node)));
  }

  private static java.util.function.UnaryOperator<JsonNode> without(Predicate<JsonNode> which) {
    return tree -> Trees.each(tree, n -> which.test(n) ? Optional.empty() : Optional.of(n));
  }

  private static void payloads(Catalogue faults) {
    String rule = "BROADCAST-3 BROADCAST-5";
    faults.enter(
        "NUMBERS_AS_TEXT",
        rule,
        Delivers.payload(each(n -> n.isNumber() ? Json.string(n.toString()) : n)));
    faults.enter("NULLS_DROPPED", "BROADCAST-3", Delivers.payload(without(JsonNode::isNull)));
    faults.enter(
        "EMPTY_OBJECTS_DROPPED",
        "BROADCAST-3",
        Delivers.payload(without(n -> n.isObject() && n.isEmpty())));
    faults.enter(
        "EMPTY_LISTS_NULL",
        "BROADCAST-3",
        Delivers.payload(each(n -> n.isArray() && n.isEmpty() ? Json.NULL : n)));
    faults.enter(
        "BOOLEANS_AS_TEXT",
        "BROADCAST-3",
        Delivers.payload(each(n -> n.isBoolean() ? Json.string(n.toString()) : n)));
    faults.enter(
        "ASCII_ONLY",
        rule,
        Delivers.payload(
            each(
                n ->
                    n.isString()
                        ? Json.string(n.stringValue().replaceAll("[^\\x00-\\x7f]", "?"))
                        : n)));
    faults.enter(
        "BIG_INTEGERS_ROUNDED",
        "BROADCAST-9",
        Delivers.payload(
            each(
                n ->
                    n.isIntegralNumber() && n.bigIntegerValue().bitLength() > 53
                        ? Json.read(rounded(n.bigIntegerValue()))
                        : n)));
    faults.enter(
        "PAYLOAD_WRAPPED", rule, Delivers.payload(tree -> Json.object().set("payload", tree)));
    faults.enter("PAYLOAD_AS_TEXT", rule, Delivers.payload(tree -> Json.string(tree.toString())));
  }

  private static String rounded(BigInteger number) {
    return new java.math.BigDecimal(number.doubleValue()).toBigInteger().toString();
  }

  private static void envelopes(Catalogue faults) {
    String rule = "BROADCAST-6";
    faults.enter("TYPE_LOST", rule, Delivers.envelope(payload -> payload.remove("type")));
    faults.enter(
        "TYPE_RENAMED", rule, Delivers.envelope(payload -> payload.put("type", "message")));
    faults.enter("NAME_LOST", rule, Delivers.envelope(payload -> payload.remove("event")));
    faults.enter("INNER_PAYLOAD_LOST", rule, Delivers.envelope(p -> p.remove("payload")));
    faults.enter(
        "INNER_PAYLOAD_CALLED_DATA",
        rule,
        Delivers.envelope(p -> p.set("data", p.path("payload")).isEmpty()));
    faults.enter(
        "BROADCAST_UNWRAPPED",
        rule,
        Writes.objects(
            frame -> {
              if (Writes.isBroadcast(frame)) {
                frame.put("event", frame.path("payload").path("event").asString(""));
              }
            }));
    faults.enter(
        "BROADCAST_ON_BARE_TOPIC",
        rule,
        Writes.objects(
            frame -> {
              if (Writes.isBroadcast(frame)) {
                frame.put("topic", frame.path("topic").asString("").replace("realtime:", ""));
              }
            }));
  }

  private static void events(Catalogue faults) {
    faults.enter(
        "EVENT_IN_LOWER_CASE", "FILTER-2", Delivers.event(name -> name.toLowerCase(Locale.ROOT)));
    faults.enter("EVENT_STRIPPED", "FILTER-2", Delivers.event(name -> name.strip()));
    faults.enter(
        "EVENT_IN_ASCII",
        "FILTER-2",
        Delivers.event(name -> name.replaceAll("[^\\x00-\\x7f]", "?")));
    faults.enter(
        "RESERVED_EVENTS_LOST",
        "FILTER-10",
        Delivers.nothing(
            (b, h) ->
                Delivers.event(b).matches("phx_.*|system|broadcast|heartbeat|\\*|presence.*")));
    faults.enter(
        "LONG_EVENT_CUT",
        "FILTER-12 FILTER-13",
        Delivers.event(name -> name.length() > 100 ? name.substring(0, 100) : name));
    faults.enter(
        "LONG_EVENT_LOST",
        "FILTER-13",
        Delivers.nothing((b, h) -> Delivers.event(b).length() > BINARY_NAME));
    faults.enter("FIRST_EVENT_ONLY", "FILTER-1", () -> firstEventOnly());
  }

  private static Disturbance firstEventOnly() {
    java.util.Map<String, String> first = new java.util.HashMap<>();
    return Delivers.nothing(
        (broadcast, hearer) -> {
          String event = Delivers.event(broadcast);
          return !first.computeIfAbsent(broadcast.topic(), topic -> event).equals(event);
        });
  }

  private static void rooms(Catalogue faults) {
    faults.enter(
        "PUBLIC_AND_PRIVATE_MIXED",
        "BROADCAST-7",
        Leaks.copy(
            h -> !h.isAtHome() && h.room().topic().equals(h.publication().room().topic()),
            Timing.AT_ONCE));
    faults.enter(
        "SOCKETS_SPREAD_NOTHING",
        "SMOKE-1 BROADCAST-1",
        Points.publishing(p -> p.origin() == Origin.SOCKET ? Course.nothing() : Course.of(p)));
    faults.enter("SPREAD_TWICE", "ORDER-2 SELF-3", Points.publishing(p -> Course.of(p).and(p)));
    faults.enter(
        "UNKNOWN_EVENTS_SPREAD",
        "BROADCAST-10",
        Points.hearing(
            push ->
                Optional.of(
                    push.event()
                            .asString("")
                            .matches("broadcast|heartbeat|access_token|presence|phx_.*")
                        ? push
                        : Hears.withEvent(push, "broadcast"))));
  }
}
