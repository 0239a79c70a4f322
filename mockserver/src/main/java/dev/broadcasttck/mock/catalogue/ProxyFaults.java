package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Rhythm;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.session.Admission.Decision;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a careless proxy does to what passes by it. */
final class ProxyFaults {
  private static final int BUFFER = 64 * 1024;
  private static final int MANY = 50;
  private static final int DEEP = 3;
  private static final int LONG_NAME = 100;

  private ProxyFaults() {}

  static void enter(Catalogue faults) {
    losses(faults);
    members(faults);
    repetitions(faults);
    values(faults);
    names(faults);
  }

  private static void losses(Catalogue faults) {
    faults.enter(
        "EVERY_SEVENTH_FRAME_LOST",
        "ORDER-1 ACK-15",
        () -> Points.writing(frame -> Course.nothing()).on(Rhythm.oneIn(7, 0)));
    faults.enter(
        "EVERY_SEVENTH_PUSH_LOST",
        "ORDER-1 ACK-15",
        () -> Hears.not(push -> push.isEvent("broadcast")).on(Rhythm.oneIn(7, 0)));
    faults.enter("ONLY_THE_FIRST_FIFTY", "ORDER-1", ProxyFaults::worn);
    faults.enter(
        "FRAMES_ABOVE_64_KIB_LOST",
        "BROADCAST-11",
        Points.writing(frame -> isLarge(frame) ? Course.nothing() : Course.of(frame)));
    faults.enter(
        "FRAMES_CUT_AT_64_KIB",
        "BROADCAST-11",
        Points.writing(frame -> Course.of(isLarge(frame) ? cut(frame) : frame)));
    faults.enter("SAME_AGAIN_LOST", "BROADCAST-1", ProxyFaults::unrepeating);
  }

  private static boolean isLarge(Frame frame) {
    return frame.bytes().length() > BUFFER;
  }

  private static Frame cut(Frame frame) {
    return new Frame(frame.kind(), frame.bytes().slice(0, BUFFER));
  }

  /** Brings each topic fifty broadcasts to each kind of member. */
  private static Disturbance worn() {
    Map<String, Integer> brought = new HashMap<>();
    return Delivers.nothing(
        (broadcast, hearer) ->
            brought.merge(broadcast.topic() + hearer.isLatest(), 1, Integer::sum) > MANY);
  }

  /** Takes a broadcast that says what the one before it said for the same one. */
  private static Disturbance unrepeating() {
    Map<String, Broadcast> last = new HashMap<>();
    return Points.publishing(
        publication -> {
          Broadcast before = last.put(publication.room().topic(), publication.broadcast());
          return publication.broadcast().equals(before) ? Course.nothing() : Course.of(publication);
        });
  }

  private static void members(Catalogue faults) {
    faults.enter(
        "SECOND_TOPIC_OF_A_SOCKET_HEARS_NOTHING",
        "BROADCAST-1 JOIN-25",
        Delivers.nothingTo(hearer -> hearer.ordinal() > 1));
    faults.enter(
        "EARLY_JOINERS_HEAR_NOTHING",
        "BROADCAST-1",
        Delivers.nothingTo(hearer -> !hearer.isLatest()));
    faults.enter(
        "TOPICS_IN_ANY_CASE_ARE_ONE",
        "BROADCAST-2",
        Leaks.readdressed(Leaks::byCase, Timing.AT_ONCE));
    faults.enter(
        "LAST_JOINER_GETS_TWO_SWAPPED",
        "ORDER-1",
        () -> late(Hearer::isLatest).on(Rhythm.oneIn(2, 1)));
    faults.enter(
        "EARLY_JOINERS_GET_TWO_SWAPPED",
        "ORDER-1",
        () -> late(hearer -> !hearer.isLatest()).on(Rhythm.oneIn(2, 1)));
  }

  private static Disturbance late(Predicate<Hearer> whom) {
    return Slow.copies(whom, Timing.alone(Duration.ofMillis(40)));
  }

  private static void repetitions(Catalogue faults) {
    faults.enter(
        "LAST_JOINER_GETS_COPIES_LATE_AGAIN",
        "ORDER-2",
        Leaks.secondCopy(Hearer::isLatest, Timing.alone(Duration.ofMillis(700))));
    faults.enter(
        "REST_DELIVERED_TWICE",
        "REST-3",
        Points.publishing(
            right ->
                right.origin() == Origin.REST ? Course.of(right).and(right) : Course.of(right)));
    faults.enter("CLOSE_SAID_TWICE", "LEAVE-7", twice("phx_close"));
    faults.enter("LEAVE_ANSWERED_TWICE", "LEAVE-5", Says.replyTwice("phx_leave"));
    faults.enter("OWN_COPY_OF_THE_FIRST_ONLY", "SELF-2", ProxyFaults::onceOnly);
  }

  private static Disturbance twice(String event) {
    return Points.pushing(
        message ->
            message.event().equals(event) ? Course.of(message).and(message) : Course.of(message));
  }

  private static Disturbance onceOnly() {
    Map<String, Integer> brought = new HashMap<>();
    return Delivers.nothing(
        (broadcast, hearer) ->
            hearer.isSender() && brought.merge(broadcast.topic(), 1, Integer::sum) > 1);
  }

  private static void values(Catalogue faults) {
    String rule = "BROADCAST-3";
    faults.enter("KEYS_IN_LOWER_CASE", rule, each(ProxyFaults::lowered));
    faults.enter(
        "DECIMALS_CUT",
        rule,
        each(n -> n.isFloatingPointNumber() ? Json.read(n.decimalValue().toBigInteger() + "") : n));
    faults.enter("STRINGS_TRIMMED", rule, strings(String::strip));
    faults.enter(
        "EMPTY_STRINGS_NULL",
        rule,
        each(n -> n.isString() && n.stringValue().isEmpty() ? Json.NULL : n));
    faults.enter(
        "LETTERS_DECOMPOSED", rule, strings(it -> Normalizer.normalize(it, Normalizer.Form.NFD)));
    faults.enter("EMOJI_LOST", rule, strings(it -> it.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?")));
    faults.enter("BACKSLASHES_DOUBLED", rule, strings(it -> it.replace("\\", "\\\\")));
    faults.enter("LINE_ENDS_LOST", rule, strings(it -> it.replace("\n", "")));
    faults.enter("NEGATIVE_IS_POSITIVE", rule, each(ProxyFaults::unsigned));
    faults.enter("DEEP_VALUES_LOST", rule, Delivers.payload(tree -> flat(tree, DEEP)));
    faults.enter(
        "LISTS_OF_ONE_UNWRAPPED", rule, each(n -> n.isArray() && n.size() == 1 ? n.get(0) : n));
    faults.enter("REST_LETTERS_IN_ASCII", "REST-44", overRest(ProxyFaults::ascii));
  }

  private static Disturbance each(UnaryOperator<JsonNode> instead) {
    return Delivers.payload(all(instead));
  }

  private static UnaryOperator<JsonNode> all(Function<JsonNode, JsonNode> instead) {
    return tree -> Trees.each(tree, node -> Optional.of(instead.apply(node)));
  }

  private static Disturbance strings(UnaryOperator<String> instead) {
    return each(n -> n.isString() ? Json.string(instead.apply(n.stringValue())) : n);
  }

  private static Disturbance overRest(UnaryOperator<JsonNode> instead) {
    return Delivers.payload(hearer -> Delivers.isOver(hearer, Origin.REST), all(instead));
  }

  private static JsonNode ascii(JsonNode node) {
    return node.isString()
        ? Json.string(node.stringValue().replaceAll("[^\\x00-\\x7f]", "?"))
        : node;
  }

  private static JsonNode lowered(JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    ObjectNode lowered = Json.object();
    node.properties()
        .forEach(it -> lowered.set(it.getKey().toLowerCase(Locale.ROOT), it.getValue()));
    return lowered;
  }

  private static JsonNode unsigned(JsonNode node) {
    return node.isNumber() && node.decimalValue().signum() < 0
        ? Json.read(node.decimalValue().negate().toString())
        : node;
  }

  private static JsonNode flat(JsonNode tree, int depth) {
    if (!tree.isContainer() || tree.isEmpty()) {
      return tree;
    }
    if (depth == 0) {
      return Json.NULL;
    }
    if (tree.isArray()) {
      var array = Json.array();
      tree.forEach(element -> array.add(flat(element, depth - 1)));
      return array;
    }
    ObjectNode object = Json.object();
    tree.properties().forEach(it -> object.set(it.getKey(), flat(it.getValue(), depth - 1)));
    return object;
  }

  private static void names(Catalogue faults) {
    faults.enter("EVENT_CUT_AT_A_COLON", "FILTER-2", Delivers.event(name -> name.split(":", 2)[0]));
    faults.enter(
        "SPACES_IN_EVENTS_ENCODED", "FILTER-2", Delivers.event(name -> name.replace(" ", "%20")));
    faults.enter("LONG_NAMES_REFUSED", "NAME-1", refusing(topic -> topic.length() > LONG_NAME));
    faults.enter("NAMES_TRIMMED", "NAME-6", Points.hearing(ProxyFaults::trimmed));
    faults.enter(
        "RESPONSE_LOST",
        "HEARTBEAT-1 JOIN-4 ACK-9 LEAVE-5",
        Points.replying(
            (push, reply) -> Course.of(Says.payload(reply, it -> it.remove("response")))));
  }

  private static Disturbance refusing(Predicate<String> which) {
    return Points.admitting(
        (topic, decision) ->
            which.test(topic) ? new Decision.Refused("TopicNameInvalid: too long") : decision);
  }

  private static Optional<Push> trimmed(Push push) {
    String topic = push.topic().asString("");
    return Optional.of(topic.equals(topic.strip()) ? push : Hears.withTopic(push, topic.strip()));
  }
}
