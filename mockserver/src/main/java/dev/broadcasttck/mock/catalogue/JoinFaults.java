package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.Admission.Decision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Joins that go wrong. */
final class JoinFaults {
  private static final String JOIN = "phx_join";
  private static final Set<String> KEYS = Set.of("config", "access_token");

  private JoinFaults() {}

  static void enter(Catalogue faults) {
    replies(faults);
    settings(faults);
    refusals(faults);
    secondJoins(faults);
    references(faults);
  }

  private static void replies(Catalogue faults) {
    faults.enter("JOIN_UNANSWERED", "JOIN-1 JOIN-3", Says.noReply(JOIN));
    faults.enter("JOIN_ANSWERED_TWICE", "JOIN-3", Says.replyTwice(JOIN));
    faults.enter(
        "JOIN_REPLY_WITH_ANOTHER_REF",
        "JOIN-3",
        Says.reply(JOIN, reply -> Says.ref(reply, Json.string("999"))));
    faults.enter(
        "JOIN_REPLY_ON_ANOTHER_TOPIC",
        "JOIN-3",
        Says.reply(JOIN, reply -> Says.topic(reply, "realtime:elsewhere")));
    faults.enter(
        "JOIN_REPLY_IS_NO_REPLY",
        "JOIN-3",
        Says.reply(JOIN, reply -> Says.event(reply, "phx_joined")));
    faults.enter(
        "JOIN_REPLY_WITHOUT_CHANGES",
        "JOIN-4",
        Says.reply(JOIN, Says.OK, reply -> Says.response(reply, Json.object())));
    faults.enter(
        "JOIN_REPLY_SAYS_JOINED",
        "JOIN-4",
        Says.reply(JOIN, Says.OK, reply -> Says.status(reply, "joined")));
    faults.enter(
        "JOIN_ERROR_UNSAID",
        "JOIN-16 PRIVATE-2",
        Says.noReply((push, reply) -> push.isEvent(JOIN) && Says.hasStatus(reply, Says.ERROR)));
    faults.enter(
        "JOIN_ERROR_SAYS_OK",
        "JOIN-16 PRIVATE-2",
        Says.reply(JOIN, Says.ERROR, reply -> Says.status(reply, Says.OK)));
  }

  private static void settings(Catalogue faults) {
    faults.enter(
        "SELF_BY_DEFAULT",
        "JOIN-5 SELF-1",
        Hears.config(config -> missing(Hears.broadcast(config), "self")));
    faults.enter(
        "ACK_BY_DEFAULT",
        "JOIN-6 ACK-4",
        Hears.config(config -> missing(Hears.broadcast(config), "ack")));
    faults.enter(
        "PRIVATE_BY_DEFAULT", "JOIN-7", Hears.config(config -> missing(config, "private")));
    faults.enter(
        "NULL_CONFIG_REFUSED",
        "JOIN-8",
        Hears.payload(
            JOIN,
            payload -> {
              if (payload.path("config").isNull()
                  || payload.path("config").path("broadcast").isNull()) {
                payload.put("config", 7);
              }
            }));
    faults.enter(
        "UNKNOWN_KEY_REFUSED",
        "JOIN-9",
        Hears.payload(
            JOIN,
            payload -> {
              if (payload.propertyNames().stream().anyMatch(name -> !KEYS.contains(name))) {
                payload.put("config", 7);
              }
            }));
    faults.enter(
        "ODD_CONFIG_TAKEN",
        "JOIN-12",
        Hears.otherwise(JOIN, push -> isOdd(push.payload().tree()) ? plain(push) : push));
    faults.enter(
        "SETTINGS_ALL_OR_NONE",
        "JOIN-33",
        Hears.config(
            config -> {
              if (config.path("broadcast") instanceof ObjectNode broadcast
                  && broadcast.has("self") != broadcast.has("ack")) {
                broadcast.removeAll();
              }
            }));
    faults.enter("SETTINGS_OF_THE_TOPIC_BEFORE", "JOIN-25 ACK-7 SELF-4", JoinFaults::oldSettings);
    faults.enter(
        "SELF_UNHEARD",
        "SELF-2 SELF-8",
        Hears.config(config -> Hears.broadcast(config).remove("self")));
    faults.enter(
        "ACK_UNHEARD",
        "ACK-1 ACK-5",
        Hears.config(config -> Hears.broadcast(config).remove("ack")));
    faults.enter(
        "ACK_IS_SELF_TOO",
        "SELF-5",
        Hears.config(
            config -> {
              if (Hears.isTrue(config, "broadcast", "ack")) {
                Hears.broadcast(config).put("self", true);
              }
            }));
    faults.enter("SELF_STICKS", "SELF-9", () -> sticking("self"));
  }

  private static void missing(ObjectNode settings, String name) {
    if (!settings.has(name)) {
      settings.put(name, true);
    }
  }

  private static boolean isOdd(JsonNode payload) {
    return !payload.isObject()
        || isOddSetting(payload.path("config"))
        || isOddSetting(payload.path("config").path("broadcast"));
  }

  private static boolean isOddSetting(JsonNode setting) {
    return !setting.isMissingNode() && !setting.isNull() && !setting.isObject();
  }

  private static Push plain(Push join) {
    return Hears.withPayload(join, Json.object().set("config", Json.object()));
  }

  /** Every join but the first has the settings of the one before it on another topic. */
  private static Disturbance oldSettings() {
    Map<String, JsonNode> configs = new HashMap<>();
    return Hears.otherwise(
        JOIN,
        push -> {
          String topic = push.topic().asString("");
          Optional<JsonNode> other =
              configs.entrySet().stream()
                  .filter(entry -> !entry.getKey().equals(topic))
                  .map(Map.Entry::getValue)
                  .findFirst();
          configs.put(topic, Hears.config(push));
          return other
              .map(config -> Hears.withPayload(push, payload -> payload.set("config", config)))
              .orElse(push);
        });
  }

  /** What a first join of a topic asked for holds for the next ones too. */
  private static Disturbance sticking(String setting) {
    Map<String, Boolean> first = new HashMap<>();
    return Hears.otherwise(
        JOIN,
        push -> {
          boolean now = Hears.isTrue(Hears.config(push), "broadcast", setting);
          boolean then = first.computeIfAbsent(push.topic().asString(""), topic -> now);
          return then == now
              ? push
              : Hears.withConfig(push, config -> Hears.broadcast(config).put(setting, then));
        });
  }

  private static void refusals(Catalogue faults) {
    faults.enter(
        "EMPTY_NAME_UNNAMED",
        "JOIN-14",
        Says.reply(
            JOIN,
            Says.ERROR,
            reply ->
                Says.says(reply, "TopicNameRequired")
                    ? Says.response(reply, Json.object().put("reason", "no"))
                    : reply));
    faults.enter(
        "ANY_PREFIX_JOINED",
        "JOIN-15 NAME-8",
        Says.reply(
            JOIN,
            Says.ERROR,
            reply -> Says.says(reply, "unmatched topic") ? Says.status(reply, Says.OK) : reply));
    faults.enter(
        "FAILED_JOIN_ENDS_THE_SOCKET",
        "JOIN-18",
        Points.admitting(
            (topic, decision) ->
                decision instanceof Decision.Refused refused
                    ? new Decision.Refused(refused.reason(), Optional.of(1001))
                    : decision));
    faults.enter("REFUSED_ONCE_REFUSED_FOR_EVER", "JOIN-19 PRIVATE-11", JoinFaults::unforgiving);
    faults.enter(
        "UNJOINED_PUSH_UNANSWERED",
        "JOIN-29 LEAVE-12 TOKEN-26 TOKEN-19",
        Says.noReply((push, reply) -> Says.says(reply, "unmatched topic")));
    faults.enter(
        "UNJOINED_PUSH_SAYS_OK",
        "JOIN-29 LEAVE-12 TOKEN-26 TOKEN-19",
        Points.replying(
            (push, reply) ->
                Course.of(
                    Says.says(reply, "unmatched topic") && !push.isEvent(JOIN)
                        ? Says.status(reply, Says.OK)
                        : reply)));
  }

  private static Disturbance unforgiving() {
    Set<String> refused = new HashSet<>();
    return Points.admitting(
        (topic, decision) -> {
          if (decision instanceof Decision.Refused) {
            refused.add(topic);
          }
          return refused.contains(topic) ? new Decision.Refused("Unauthorized: again") : decision;
        });
  }

  private static void secondJoins(Catalogue faults) {
    faults.enter("OLD_CHANNEL_UNCLOSED", "JOIN-2 JOIN-23", () -> unclosed());
    faults.enter(
        "CLOSE_WITH_ANOTHER_JOIN_REF",
        "JOIN-23 LEAVE-7",
        Says.push(
            "phx_close",
            message -> Says.joinRef(Says.ref(message, Json.string("0")), Json.string("0"))));
    faults.enter("FRAME_BEHIND_A_JOIN_LOST", "JOIN-22", JoinFaults::hasty);
  }

  /** Says phx_close only where somebody asked to leave. */
  private static Disturbance unclosed() {
    Set<JsonNode> joined = new HashSet<>();
    return new Disturbance() {
      private Optional<JsonNode> rejoined = Optional.empty();

      @Override
      public Optional<Push> hearing(Push push) {
        boolean again = push.isEvent(JOIN) && !joined.add(push.topic());
        rejoined = again ? Optional.of(push.topic()) : Optional.empty();
        return Optional.of(push);
      }

      @Override
      public Course<ServerMessage> pushing(ServerMessage message) {
        return message.event().equals("phx_close") && rejoined.isPresent()
            ? Course.nothing()
            : Course.of(message);
      }
    };
  }

  /** The frame that follows a join on its topic is lost. */
  private static Disturbance hasty() {
    Set<JsonNode> fresh = new HashSet<>();
    return Points.hearing(
        push -> {
          if (push.isEvent(JOIN)) {
            fresh.add(push.topic());
            return Optional.of(push);
          }
          return fresh.remove(push.topic()) ? Optional.empty() : Optional.of(push);
        });
  }

  private static void references(Catalogue faults) {
    faults.enter(
        "JOIN_REF_FOR_REF",
        "JOIN-27",
        Says.reply(JOIN, (push, reply) -> Says.ref(reply, push.joinRef())));
    faults.enter("WRONG_JOIN_REF_UNHEARD", "JOIN-24 FRAME-42", JoinFaults::strict);
    faults.enter(
        "REPLY_WITH_THE_PUSHS_JOIN_REF",
        "FRAME-7",
        Says.reply("broadcast", (push, reply) -> Says.joinRef(reply, push.joinRef())));
    faults.enter(
        "NUMBER_OF_A_REF_AS_TEXT",
        "FRAME-8",
        Points.replying(
            (push, reply) ->
                Course.of(
                    push.ref().isNumber()
                        ? Says.ref(reply, Json.string(push.ref().asString()))
                        : reply)));
  }

  /** Broadcasts whose join_ref is not the join's are lost. */
  private static Disturbance strict() {
    Map<JsonNode, JsonNode> joins = new HashMap<>();
    return Points.hearing(
        push -> {
          if (push.isEvent(JOIN)) {
            joins.put(push.topic(), push.joinRef());
          }
          boolean fits = push.joinRef().equals(joins.getOrDefault(push.topic(), push.joinRef()));
          return fits || !push.isEvent("broadcast") ? Optional.of(push) : Optional.empty();
        });
  }
}
