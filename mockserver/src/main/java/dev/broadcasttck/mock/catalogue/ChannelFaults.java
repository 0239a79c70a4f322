package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Rhythm;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;

/** Heartbeats and leaves that go wrong. */
final class ChannelFaults {
  private static final String HEARTBEAT = "heartbeat";
  private static final String LEAVE = "phx_leave";
  private static final String CLOSE = "phx_close";

  private ChannelFaults() {}

  static void enter(Catalogue faults) {
    heartbeats(faults);
    leaves(faults);
    closes(faults);
  }

  private static void heartbeats(Catalogue faults) {
    String rule = "HEARTBEAT-1";
    faults.enter(
        "HEARTBEAT_UNANSWERED",
        "HEARTBEAT-1 HEARTBEAT-2 HEARTBEAT-3 HEARTBEAT-4 HEARTBEAT-5",
        Says.noReply(HEARTBEAT));
    faults.enter("HEARTBEAT_ANSWERED_TWICE", "HEARTBEAT-5", Says.replyTwice(HEARTBEAT));
    faults.enter(
        "HEARTBEAT_ANSWERED_WITH_ANOTHER_REF",
        rule,
        Says.reply(HEARTBEAT, reply -> Says.ref(reply, Json.string("4711"))));
    faults.enter(
        "HEARTBEAT_ANSWERED_ON_ANOTHER_TOPIC",
        rule,
        Says.reply(HEARTBEAT, reply -> Says.topic(reply, "phx")));
    faults.enter(
        "HEARTBEAT_SAYS_ERROR",
        rule,
        Says.reply(HEARTBEAT, reply -> Says.status(reply, Says.ERROR)));
    faults.enter(
        "HEARTBEAT_ANSWERED_IN_KIND",
        rule,
        Says.reply(HEARTBEAT, reply -> Says.event(reply, HEARTBEAT)));
    faults.enter(
        "HEARTBEAT_WITH_A_PAYLOAD_UNHEARD",
        "HEARTBEAT-2",
        Hears.not(push -> push.isEvent(HEARTBEAT) && !push.payload().tree().isEmpty()));
    faults.enter(
        "HEARTBEAT_KEEPS_JOIN_REF",
        "HEARTBEAT-3",
        Says.reply(HEARTBEAT, (push, reply) -> Says.joinRef(reply, push.joinRef())));
    faults.enter(
        "FIRST_HEARTBEAT_UNANSWERED",
        "HEARTBEAT-4",
        () -> Says.noReply(HEARTBEAT).on(Rhythm.nth(1)));
    faults.enter(
        "ONE_HEARTBEAT_IN_TWO",
        "HEARTBEAT-5",
        () -> Says.noReply(HEARTBEAT).on(Rhythm.oneIn(2, 0)));
  }

  private static void leaves(Catalogue faults) {
    faults.enter("LEAVE_UNANSWERED", "LEAVE-5", Says.noReply(LEAVE));
    faults.enter(
        "LEAVE_SAYS_ERROR",
        "LEAVE-5 LEAVE-8",
        Says.reply(LEAVE, reply -> Says.status(reply, Says.ERROR)));
    faults.enter(
        "LEAVE_ANSWERED_WITH_ANOTHER_REF",
        "LEAVE-5",
        Says.reply(LEAVE, reply -> Says.ref(reply, Json.string("4711"))));
    faults.enter("LEAVE_ANSWERED_AFTER_CLOSE", "LEAVE-7", Says.replyLate(LEAVE));
    faults.enter("LEFT_BUT_STILL_A_MEMBER", "LEAVE-1", Points.leaving(room -> false));
    faults.enter(
        "LEAVE_UNHEARD",
        "LEAVE-1 LEAVE-5 LEAVE-6 LEAVE-12 LEAVE-13",
        Hears.not(push -> push.isEvent(LEAVE)));
    faults.enter(
        "LEAVE_UNJOINED_UNANSWERED", "LEAVE-8", Says.noReply((push, reply) -> push.isEvent(LEAVE)));
    faults.enter("LEFT_FOR_EVER", "LEAVE-13", () -> leftForEver());
  }

  private static dev.broadcasttck.mock.fault.Disturbance leftForEver() {
    java.util.Set<Object> left = new java.util.HashSet<>();
    return Points.hearing(
        push -> {
          if (push.isEvent(LEAVE)) {
            left.add(push.topic());
          }
          return push.isEvent("phx_join") && left.contains(push.topic())
              ? java.util.Optional.<Push>empty()
              : java.util.Optional.of(push);
        });
  }

  private static void closes(Catalogue faults) {
    faults.enter("CLOSE_UNSAID", "LEAVE-6 LEAVE-7 JOIN-23", Says.noPush(CLOSE));
    faults.enter(
        "CLOSE_RENAMED", "LEAVE-6", Says.push(CLOSE, message -> Says.event(message, "phx_closed")));
    faults.enter(
        "CLOSE_IS_AN_ERROR",
        "LEAVE-6",
        Says.push(CLOSE, message -> Says.event(message, "phx_error")));
    faults.enter(
        "CLOSE_ON_ANOTHER_TOPIC",
        "LEAVE-6 LEAVE-3",
        Says.push(CLOSE, message -> Says.topic(message, "realtime:elsewhere")));
    faults.enter(
        "CLOSE_WITHOUT_REF", "LEAVE-7", Says.push(CLOSE, message -> Says.ref(message, Json.NULL)));
  }
}
