package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.session.Admission.Decision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Limits that do not hold, or hold for too much. */
final class LimitFaults {
  private static final String JOIN = "phx_join";
  private static final String TOO_MANY_CHANNELS = "ChannelRateLimitReached";
  private static final int MANY = 80;

  private LimitFaults() {}

  static void enter(Catalogue faults) {
    limits(faults);
    surroundings(faults);
  }

  private static void limits(Catalogue faults) {
    faults.enter("CHANNELS_UNLIMITED", "LIMIT-1", limit(it -> it.withChannels(1_000_000)));
    faults.enter("USERS_UNLIMITED", "LIMIT-5", limit(it -> it.withUsers(1_000_000)));
    faults.enter(
        "EVENTS_UNLIMITED", "LIMIT-6 LIMIT-8", limit(it -> it.withEventsPerSecond(1_000_000)));
    faults.enter(
        "JOINS_UNLIMITED",
        "LIMIT-10 LIMIT-11 LIMIT-12",
        limit(it -> it.withJoinsPerSecond(1_000_000)));
    faults.enter(
        "PAYLOADS_UNLIMITED",
        "REST-35 BROADCAST-12 ACK-13",
        limit(it -> it.withPayloadKilobytes(30_000)));
    faults.enter("TOO_MANY_USERS_IS_403", "LIMIT-5", Serves.refusalStatus("Too many conn", 403));
    faults.enter("TOO_MANY_JOINS_IS_403", "LIMIT-12", Serves.refusalStatus("Too many joins", 403));
    faults.enter("BATCH_TOO_LARGE_IS_202", "LIMIT-6", Serves.status(Serves::isBatch, 429, 202));
    faults.enter(
        "TOO_MANY_JOINS_ENDS_WITH_1000",
        "LIMIT-11",
        Points.closing(code -> Optional.of(code == 1001 ? 1000 : code)));
    faults.enter(
        "TOO_MANY_SAYS_OK",
        "LIMIT-1 LIMIT-10",
        Says.reply(
            JOIN,
            Says.ERROR,
            reply -> Says.says(reply, "RateLimit") ? Says.status(reply, Says.OK) : reply));
  }

  private static Disturbance limit(UnaryOperator<Limits> instead) {
    return Points.settling(right -> right.withLimits(instead.apply(right.limits())));
  }

  private static void surroundings(Catalogue faults) {
    faults.enter("CHANNEL_TOO_MANY_SILENCES_OTHERS", "LIMIT-3", LimitFaults::silencing);
    faults.enter("CHANNELS_OF_ALL_SOCKETS_COUNTED", "LIMIT-4", LimitFaults::counting);
    faults.enter("SENDER_CLOSED_FOR_SENDING", "LIMIT-9", LimitFaults::sending);
    faults.enter("TOO_LARGE_DEAFENS", "BROADCAST-12", LimitFaults::deafened);
  }

  /** Delivers nothing any more once a channel too many was refused. */
  private static Disturbance silencing() {
    return new Disturbance() {
      private boolean refused;

      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        refused |= Says.says(reply, TOO_MANY_CHANNELS);
        return Course.of(reply);
      }

      @Override
      public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
        return refused ? Course.nothing() : Course.of(broadcast);
      }
    };
  }

  /** Counts the channels of all sockets of projects with one limit together. */
  private static Disturbance counting() {
    Map<Integer, Integer> joined = new HashMap<>();
    return new Disturbance() {
      @Override
      public Decision admitting(String topic, Limits limits, Decision decision) {
        int before = joined.merge(limits.channels(), 1, Integer::sum) - 1;
        return before >= limits.channels()
            ? new Decision.Refused(TOO_MANY_CHANNELS + ": Too many channels")
            : decision;
      }
    };
  }

  /** Closes who sends too much, whoever it is that receives it. */
  private static Disturbance sending() {
    Map<JsonNode, Integer> sent = new HashMap<>();
    return Points.withholding(
        (push, reply) ->
            push.isEvent("broadcast") && sent.merge(push.topic(), 1, Integer::sum) == MANY
                ? Course.of(closing(reply))
                : Course.nothing());
  }

  private static ServerMessage closing(ServerMessage reply) {
    return new ServerMessage(
        reply.joinRef(), reply.joinRef(), reply.topic(), "phx_close", Json.object());
  }

  /** Hears nothing more on a topic on which something too large was sent. */
  private static Disturbance deafened() {
    return new Disturbance() {
      private final Set<JsonNode> topics = new HashSet<>();

      @Override
      public Course<ServerMessage> withholding(Push to, ServerMessage reply) {
        note(to, reply);
        return Course.nothing();
      }

      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        note(to, reply);
        return Course.of(reply);
      }

      private void note(Push to, ServerMessage reply) {
        if (to.isEvent("broadcast") && Says.says(reply, "payload_size_exceeded")) {
          topics.add(to.topic());
        }
      }

      @Override
      public Optional<Push> hearing(Push push) {
        return topics.contains(push.topic()) && !push.isEvent(JOIN)
            ? Optional.empty()
            : Optional.of(push);
      }
    };
  }
}
