package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Policy;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.token.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Private channels and tokens that go wrong. */
final class PrivateFaults {
  private static final String JOIN = "phx_join";
  private static final String RENEWAL = "access_token";
  private static final String BAD = "a.bad.token";

  private PrivateFaults() {}

  static void enter(Catalogue faults) {
    rights(faults);
    privateRooms(faults);
    joins(faults);
    renewals(faults);
    notices(faults);
  }

  private static void rights(Catalogue faults) {
    faults.enter(
        "EVERYBODY_READS_AND_WRITES",
        "PRIVATE-2 PRIVATE-7 PRIVATE-9 REST-42 SINGLE-17 TOKEN-22",
        settings(right -> right.withPolicy(Policy.OPEN)));
    faults.enter(
        "READERS_WRITE",
        "PRIVATE-9 SINGLE-17",
        policy(Policy.BY_NAME::mayRead, Policy.BY_NAME::mayRead));
    faults.enter(
        "SERVICE_KEY_HAS_NO_RIGHTS",
        "PRIVATE-6",
        policy(
            (room, token) -> !isService(token) && Policy.BY_NAME.mayRead(room, token),
            (room, token) -> !isService(token) && Policy.BY_NAME.mayWrite(room, token)));
    faults.enter(
        "UNKNOWN_ROLES_READ",
        "PRIVATE-7",
        policy(
            (room, token) ->
                !Set.of("anon", "authenticated").contains(token.role())
                    || Policy.BY_NAME.mayRead(room, token),
            Policy.BY_NAME::mayWrite));
    faults.enter(
        "PUBLIC_WHERE_ONLY_PRIVATE",
        "PRIVATE-13",
        settings(
            right ->
                new ProjectSettings(
                    right.limits(),
                    right.policy(),
                    false,
                    right.suspended(),
                    right.presenceForAll(),
                    right.tables())));
  }

  private static boolean isService(Token.Valid token) {
    return token.role().equals("service_role");
  }

  private static Disturbance settings(UnaryOperator<ProjectSettings> instead) {
    return Points.settling(instead);
  }

  private static Disturbance policy(
      BiPredicate<Room, Token.Valid> reads, BiPredicate<Room, Token.Valid> writes) {
    Policy wrong =
        new Policy() {
          @Override
          public boolean mayRead(Room room, Token.Valid token) {
            return reads.test(room, token);
          }

          @Override
          public boolean mayWrite(Room room, Token.Valid token) {
            return writes.test(room, token);
          }
        };
    return settings(right -> right.withPolicy(wrong));
  }

  private static void privateRooms(Catalogue faults) {
    faults.enter(
        "PRIVATE_JOIN_REFUSED",
        "PRIVATE-1 PRIVATE-6",
        Says.reply(
            JOIN,
            (push, reply) ->
                Hears.isTrue(Hears.config(push), "private")
                    ? Says.status(reply, Says.ERROR)
                    : reply));
    faults.enter(
        "PRIVATE_BROADCAST_LOST",
        "PRIVATE-4 PRIVATE-5 PRIVATE-8",
        Delivers.nothingTo(hearer -> hearer.room().isPrivate()));
    faults.enter(
        "NO_OWN_COPY_IN_PRIVATE",
        "PRIVATE-5",
        Delivers.nothingTo(hearer -> hearer.room().isPrivate() && hearer.isSender()));
    faults.enter(
        "READERS_HEAR_NOTHING",
        "PRIVATE-8",
        Delivers.nothingTo(hearer -> hearer.room().name().startsWith("ro")));
    faults.enter("ONCE_PRIVATE_ALWAYS_PRIVATE", "PRIVATE-12", PrivateFaults::alwaysPrivate);
  }

  private static Disturbance alwaysPrivate() {
    Set<JsonNode> seen = new HashSet<>();
    return Hears.otherwise(
        JOIN,
        push -> {
          if (Hears.isTrue(Hears.config(push), "private")) {
            seen.add(push.topic());
          }
          return seen.contains(push.topic())
              ? Hears.withConfig(push, config -> config.put("private", true))
              : push;
        });
  }

  private static void joins(Catalogue faults) {
    faults.enter(
        "JOIN_NEEDS_A_TOKEN",
        "TOKEN-1",
        Hears.payload(
            JOIN,
            payload -> {
              if (!payload.has(RENEWAL)) {
                payload.put(RENEWAL, BAD);
              }
            }));
    faults.enter("JOIN_TAKES_SB_FOR_A_TOKEN", "TOKEN-2", sb(JOIN));
    faults.enter(
        "BAD_TOKEN_JOINS",
        "TOKEN-4 TOKEN-5 TOKEN-6 TOKEN-7",
        Says.reply(
            JOIN, Says.ERROR, reply -> isAboutToken(reply) ? Says.status(reply, Says.OK) : reply));
    faults.enter(
        "BAD_TOKEN_UNANSWERED",
        "TOKEN-4 TOKEN-5 TOKEN-6 TOKEN-7",
        Says.noReply((push, reply) -> push.isEvent(JOIN) && isAboutToken(reply)));
  }

  private static boolean isAboutToken(ServerMessage message) {
    return Says.says(message, "JWT") || Says.says(message, "Jwt");
  }

  private static Disturbance sb(String event) {
    return Hears.payload(
        event,
        payload -> {
          if (payload.path(RENEWAL).asString("").startsWith("sb_")) {
            payload.put(RENEWAL, BAD);
          }
        });
  }

  private static void renewals(Catalogue faults) {
    faults.enter(
        "RENEWAL_CLOSES",
        "TOKEN-11 TOKEN-14 TOKEN-15",
        Hears.payload(RENEWAL, payload -> payload.put(RENEWAL, BAD)));
    faults.enter("RENEWAL_ANSWERED", "TOKEN-12", Says.replyUnasked(RENEWAL));
    faults.enter(
        "RENEWAL_UNHEARD",
        "TOKEN-13 TOKEN-17 TOKEN-22 TOKEN-26",
        Hears.not(push -> push.isEvent(RENEWAL)));
    faults.enter("RENEWAL_TAKES_SB_FOR_A_TOKEN", "TOKEN-15", sb(RENEWAL));
    faults.enter("SAME_TOKEN_REFUSED", "TOKEN-14", PrivateFaults::sameRefused);
  }

  private static Disturbance sameRefused() {
    Map<JsonNode, JsonNode> tokens = new HashMap<>();
    return Points.hearing(
        push -> {
          JsonNode token = push.payload().tree().path(RENEWAL);
          boolean same = token.isString() && token.equals(tokens.put(push.topic(), token));
          return Optional.of(
              same && push.isEvent(RENEWAL)
                  ? Hears.withPayload(push, payload -> payload.put(RENEWAL, BAD))
                  : push);
        });
  }

  private static void notices(Catalogue faults) {
    String closings = "TOKEN-17 TOKEN-22 TOKEN-23 TOKEN-24";
    faults.enter(
        "CLOSED_WITHOUT_A_WORD", closings + " LIMIT-8", Says.noPush(PrivateFaults::isError));
    faults.enter(
        "FAILED_CHANNEL_UNCLOSED", closings + " LIMIT-8 LEAVE-7", Says.noPush("phx_close"));
    faults.enter(
        "SYSTEM_SAYS_OK",
        closings + " LIMIT-8",
        Says.push("system", message -> Says.status(message, Says.OK)));
    faults.enter(
        "SYSTEM_WITHOUT_CHANNEL",
        "TOKEN-27",
        Says.push("system", message -> Says.payload(message, it -> it.remove("channel"))));
    faults.enter(
        "SYSTEM_NAMES_THE_WHOLE_TOPIC",
        "TOKEN-27",
        Says.push(
            "system", message -> Says.payload(message, it -> it.set("channel", message.topic()))));
    faults.enter("FAILED_CHANNEL_SILENCES_OTHERS", "TOKEN-18", PrivateFaults::silencing);
  }

  private static boolean isError(ServerMessage message) {
    return message.event().equals("system") && Says.hasStatus(message, Says.ERROR);
  }

  /** From the first system message about an error on, nothing is heard any more. */
  private static Disturbance silencing() {
    return new Disturbance() {
      private boolean failed;

      @Override
      public Course<ServerMessage> pushing(ServerMessage message) {
        failed |= isError(message);
        return Course.of(message);
      }

      @Override
      public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
        return failed ? Course.nothing() : Course.of(broadcast);
      }

      @Override
      public Course<ServerMessage> replying(Push to, ServerMessage reply) {
        return failed ? Course.nothing() : Course.of(reply);
      }
    };
  }
}
