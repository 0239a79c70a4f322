package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Admission.Decision;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Names, presence, database changes, replays and ends of sockets that go wrong. */
final class SocketFaults {
  private static final String JOIN = "phx_join";
  private static final String STATE = "presence_state";
  private static final String DIFF = "presence_diff";
  private static final String CHANGES = "postgres_changes";

  private SocketFaults() {}

  static void enter(Catalogue faults) {
    presence(faults);
    diffs(faults);
    changes(faults);
    database(faults);
    replays(faults);
    ends(faults);
    names(faults);
  }

  private static void presence(Catalogue faults) {
    faults.enter("NO_PRESENCE_STATE", "PRESENCE-1 PRESENCE-19", Says.noPush(STATE));
    faults.enter(
        "PRESENCE_STATE_EMPTY",
        "PRESENCE-7",
        Says.push(STATE, message -> Says.payload(message, ObjectNode::removeAll)));
    faults.enter(
        "PRESENCE_STATE_NOT_EMPTY",
        "PRESENCE-1",
        Says.push(
            STATE, message -> Says.payload(message, it -> it.putObject("x").putArray("metas"))));
    faults.enter(
        "PRESENCE_UNASKED",
        "PRESENCE-2",
        Hears.config(config -> config.putObject("presence").put("enabled", true)));
    faults.enter("PRESENCE_UNANSWERED", "PRESENCE-3 PRESENCE-8", Says.noReply("presence"));
    faults.enter(
        "PRESENCE_SAYS_ERROR",
        "PRESENCE-3 PRESENCE-8",
        Says.reply("presence", reply -> Says.status(reply, Says.ERROR)));
    faults.enter(
        "PRESENCE_UNHEARD",
        "PRESENCE-3 PRESENCE-4 PRESENCE-7 PRESENCE-8",
        Hears.not(push -> push.isEvent("presence")));
    faults.enter(
        "PRESENCE_STATE_WITHOUT_JOIN_REF",
        "PRESENCE-21",
        Says.push(STATE, message -> Says.joinRef(message, Json.NULL)));
    faults.enter(
        "BROADCASTS_LOST_BESIDE_PRESENCE",
        "PRESENCE-22",
        Hears.config(
            config -> {
              if (Hears.isTrue(config, "presence", "enabled")) {
                config.put("private", true);
              }
            }));
  }

  private static void diffs(Catalogue faults) {
    faults.enter(
        "NO_PRESENCE_DIFF", "PRESENCE-4 PRESENCE-9 PRESENCE-10 PRESENCE-11", Says.noPush(DIFF));
    faults.enter("PRESENCE_LEAVES_UNSAID", "PRESENCE-9 PRESENCE-10 PRESENCE-11", diff("leaves"));
    faults.enter("PRESENCE_JOINS_UNSAID", "PRESENCE-4 PRESENCE-11", diff("joins"));
    faults.enter(
        "PRESENCE_WITHOUT_PHX_REF",
        "PRESENCE-6",
        Says.push(
            DIFF,
            message ->
                new ServerMessage(
                    message.joinRef(),
                    message.ref(),
                    message.topic(),
                    message.event(),
                    Trees.each(message.payload(), SocketFaults::withoutRef))));
    faults.enter(
        "PRESENCE_UNDER_NO_KEY",
        "PRESENCE-20",
        Says.push(
            DIFF,
            message ->
                Says.payload(
                    message,
                    it ->
                        it.path("joins")
                            .propertyStream()
                            .filter(entry -> entry.getKey().length() == 36)
                            .findFirst()
                            .ifPresent(entry -> it.putObject("joins").set("", entry.getValue())))));
    faults.enter(
        "PRESENCE_DIFF_WITH_JOIN_REF",
        "PRESENCE-21",
        Says.push(DIFF, message -> Says.joinRef(message, Json.string("11"))));
  }

  private static Disturbance diff(String side) {
    return Says.push(DIFF, message -> Says.payload(message, it -> it.putObject(side)));
  }

  private static Optional<JsonNode> withoutRef(JsonNode value) {
    return Optional.of(
        value instanceof ObjectNode object && object.has("phx_ref")
            ? object.deepCopy().without("phx_ref")
            : value);
  }

  private static void changes(Catalogue faults) {
    faults.enter("CHANGES_NOT_IN_THE_REPLY", "CHANGES-1 CHANGES-2", asked(ArrayNode::removeAll));
    faults.enter(
        "CHANGES_BACKWARDS",
        "CHANGES-1",
        asked(
            entries -> {
              for (int i = 1; i < entries.size(); i++) {
                entries.insert(0, entries.remove(i));
              }
            }));
    faults.enter(
        "CHANGES_WITHOUT_ID",
        "CHANGES-2",
        asked(entries -> entries.forEach(entry -> ((ObjectNode) entry).remove("id"))));
    faults.enter(
        "CHANGES_WITH_TEXT_FOR_ID",
        "CHANGES-2",
        asked(entries -> entries.forEach(entry -> ((ObjectNode) entry).put("id", "seven"))));
    faults.enter(
        "CHANGES_UNTOLD", "CHANGES-3", Says.noPush(message -> Says.says(message, CHANGES)));
    faults.enter(
        "CHANGES_WITHOUT_JOIN_REF",
        "CHANGES-6",
        Says.push("system", message -> Says.joinRef(message, Json.NULL)));
    faults.enter(
        "CHANGES_UNTOLD_AND_CLOSED",
        "CHANGES-4",
        Points.pushing(
            message ->
                Says.says(message, CHANGES) && Says.hasStatus(message, Says.ERROR)
                    ? Course.of(message).and(Says.event(message, "phx_close"))
                    : Course.of(message)));
  }

  private static Disturbance asked(Consumer<ArrayNode> change) {
    return Says.reply(
        JOIN,
        Says.OK,
        reply ->
            Says.payload(
                reply,
                it -> {
                  if (it.path("response").path(CHANGES) instanceof ArrayNode entries) {
                    change.accept(entries);
                  }
                }));
  }

  private static void database(Catalogue faults) {
    faults.enter(
        "DATABASE_UNHEARD",
        "REPLAY-1 REPLAY-2 REPLAY-3 REPLAY-4",
        Delivers.nothingTo(hearer -> Delivers.isOver(hearer, Origin.DATABASE)));
    faults.enter(
        "DATABASE_MESSAGES_AS_TEXT",
        "REPLAY-4",
        Delivers.other(hearer -> Delivers.isOver(hearer, Origin.DATABASE), Delivers::asText));
    faults.enter(
        "DATABASE_ID_LOST",
        "REPLAY-3 REPLAY-4",
        Delivers.other(
            hearer -> Delivers.isOver(hearer, Origin.DATABASE),
            broadcast -> Delivers.asUser(Delivers.asText(broadcast))));
  }

  private static void replays(Catalogue faults) {
    faults.enter(
        "NO_REPLAY", "REPLAY-5 REPLAY-6 REPLAY-7 REPLAY-8 REPLAY-16", Says.noPush("broadcast"));
    faults.enter(
        "REPLAY_UNMARKED",
        "REPLAY-6",
        Says.push("broadcast", message -> Says.payload(message, it -> it.remove("meta"))));
    faults.enter(
        "REPLAY_WITHOUT_JOIN_REF",
        "REPLAY-16",
        Says.push("broadcast", message -> Says.joinRef(message, Json.NULL)));
    faults.enter("REPLAY_OUT_OF_ORDER", "REPLAY-7", SocketFaults::disorder);
    faults.enter("REPLAY_WITHOUT_LIMIT", "REPLAY-8", replay(settings -> settings.remove("limit")));
    faults.enter(
        "REPLAY_SINCE_ANYTHING",
        "REPLAY-13",
        replay(
            settings -> {
              if (!settings.path("since").isIntegralNumber()) {
                settings.put("since", 0);
              }
            }));
    faults.enter(
        "REPLAY_ALWAYS",
        "REPLAY-11",
        Hears.config(
            config -> {
              if (Hears.isTrue(config, "private") && !Hears.broadcast(config).has("replay")) {
                Hears.broadcast(config).putObject("replay").put("since", 0);
              }
            }));
    faults.enter(
        "REPLAY_IN_PUBLIC_IGNORED",
        "REPLAY-12",
        Hears.config(
            config -> {
              if (!Hears.isTrue(config, "private")) {
                Hears.broadcast(config).remove("replay");
              }
            }));
  }

  private static Disturbance replay(Consumer<ObjectNode> change) {
    return Hears.config(
        config -> {
          if (config.path("broadcast").path("replay") instanceof ObjectNode settings) {
            change.accept(settings);
          }
        });
  }

  /** Every second replayed message is overtaken by those behind it. */
  private static Disturbance disorder() {
    AtomicInteger count = new AtomicInteger();
    Timing late = Timing.alone(Duration.ofMillis(30));
    return Points.pushing(
        message ->
            message.event().equals("broadcast") && count.getAndIncrement() % 2 == 0
                ? Course.of(message, late)
                : Course.of(message));
  }

  private static void ends(Catalogue faults) {
    faults.enter("RESTART_IS_1000", "END-1 END-3", closing(1000));
    faults.enter(
        "DISCONNECT_UNSAID", "END-2", Says.noPush(message -> Says.says(message, "disconnect")));
    faults.enter(
        "DISCONNECT_SAYS_ERROR",
        "END-2",
        Says.push("system", message -> Says.status(message, Says.ERROR)));
  }

  private static Disturbance closing(int wrong) {
    return Points.closing(code -> Optional.of(code == 1012 ? wrong : code));
  }

  private static void names(Catalogue faults) {
    faults.enter("NAMES_IN_ASCII", "NAME-1", refusing("[^\\x00-\\x7f]"));
    faults.enter("NAMES_WITHOUT_PUNCTUATION", "NAME-1", refusing("[^:\\w.-]"));
    faults.enter(
        "STAR_STANDS_FOR_ANY",
        "NAME-4",
        Leaks.readdressed(
            hearer ->
                hearer.room().topic().contains("*")
                    && hearer
                        .publication()
                        .room()
                        .topic()
                        .startsWith(hearer.room().topic().split("\\*", 2)[0]),
            Timing.AT_ONCE));
    faults.enter(
        "NAMES_IN_LOWER_CASE",
        "NAME-6",
        Points.replying(
            (push, reply) ->
                Course.of(Says.topic(reply, reply.topic().asString("").toLowerCase(Locale.ROOT)))));
  }

  private static Disturbance refusing(String what) {
    return Points.admitting(
        (topic, decision) ->
            Pattern.compile(what).matcher(topic).find()
                ? new Decision.Refused("TopicNameInvalid: no")
                : decision);
  }
}
