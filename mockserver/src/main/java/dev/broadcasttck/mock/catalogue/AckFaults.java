package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Rhythm;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.message.Json;
import java.time.Duration;

/** Acknowledgements and own copies that go wrong. */
final class AckFaults {
  private static final String BROADCAST = "broadcast";

  private AckFaults() {}

  static void enter(Catalogue faults) {
    acknowledgements(faults);
    refusals(faults);
    ownCopies(faults);
  }

  private static void acknowledgements(Catalogue faults) {
    faults.enter("ACK_BEFORE_OWN_COPY", "ACK-11", swapped());
    faults.enter("ACK_TWICE", "ACK-8", Says.replyTwice(BROADCAST));
    faults.enter("ACK_UNASKED", "ACK-4 JOIN-6", Says.replyUnasked(BROADCAST));
    faults.enter(
        "ACK_FOR_ANOTHER_REF",
        "ACK-1",
        Says.reply(BROADCAST, reply -> Says.ref(reply, Json.string("4711"))));
    faults.enter(
        "ACK_WITHOUT_REF", "ACK-1", Says.reply(BROADCAST, reply -> Says.ref(reply, Json.NULL)));
    faults.enter(
        "ACK_SAYS_ERROR",
        "ACK-1 ACK-9",
        Says.reply(BROADCAST, Says.OK, reply -> Says.status(reply, Says.ERROR)));
    faults.enter(
        "ACK_SAYS_RECEIVED",
        "ACK-9",
        Says.reply(BROADCAST, Says.OK, reply -> Says.status(reply, "received")));
    faults.enter(
        "ACK_IS_AN_ACK", "ACK-9", Says.reply(BROADCAST, reply -> Says.event(reply, "ack")));
    faults.enter(
        "ACK_ON_ANOTHER_TOPIC",
        "ACK-9",
        Says.reply(BROADCAST, reply -> Says.topic(reply, "phoenix")));
    faults.enter(
        "ACK_WITH_A_RESPONSE",
        "ACK-10",
        Says.reply(
            BROADCAST, Says.OK, r -> Says.response(r, Json.object().put("message", "sent"))));
    faults.enter(
        "ACK_RESPONSE_NULL",
        "ACK-10",
        Says.reply(BROADCAST, Says.OK, reply -> Says.response(reply, Json.NULL)));
    faults.enter(
        "ACK_LOST_ONE_IN_FIVE",
        "ACK-1 ACK-15",
        () -> Says.noReply(BROADCAST).on(Rhythm.oneIn(5, 4)));
    faults.enter(
        "ACK_OF_NULL_LOST",
        "ACK-12",
        Says.noReply((push, reply) -> push.isEvent(BROADCAST) && push.ref().isNull()));
    faults.enter(
        "ACK_OF_EMPTY_PAYLOAD_LOST",
        "ACK-6",
        Says.noReply(
            (push, reply) ->
                push.isEvent(BROADCAST) && push.payload().tree().path("payload").isEmpty()));
    faults.enter("ACKS_OUT_OF_ORDER", "ACK-15", () -> outOfOrder());
    faults.enter("ACK_ALONE_OF_ALL", "ACK-5 ACK-7", Says.noReply(BROADCAST));
  }

  private static Disturbance swapped() {
    return Points.delivering(
        (broadcast, hearer) ->
            Course.of(
                broadcast,
                hearer.isSender() ? Timing.alone(Duration.ofMillis(40)) : Timing.AT_ONCE));
  }

  private static Disturbance outOfOrder() {
    return Slow.replies(push -> push.isEvent(BROADCAST), Timing.alone(Duration.ofMillis(60)))
        .on(Rhythm.oneIn(2, 1));
  }

  private static void refusals(Catalogue faults) {
    faults.enter(
        "TOO_LARGE_UNSAID",
        "ACK-13",
        Says.noReply(
            (push, reply) -> push.isEvent(BROADCAST) && Says.hasStatus(reply, Says.ERROR)));
    faults.enter(
        "TOO_LARGE_SAYS_OK",
        "ACK-13",
        Says.reply(BROADCAST, Says.ERROR, reply -> Says.status(reply, Says.OK)));
    faults.enter(
        "TOO_LARGE_SAYS_NO",
        "ACK-14",
        Says.reply(BROADCAST, Says.ERROR, reply -> Says.response(reply, Json.string("no"))));
    faults.enter("TOO_LARGE_SAID_UNASKED", "ACK-16", Says.replyUnasked(BROADCAST));
  }

  private static void ownCopies(Catalogue faults) {
    faults.enter("OWN_COPY_MISSING", "SELF-2 ACK-11", Delivers.nothingTo(Hearer::isSender));
    faults.enter(
        "OWN_COPY_LOST_ONE_IN_FIVE",
        "SELF-2",
        () -> Delivers.nothingTo(Hearer::isSender).on(Rhythm.oneIn(5, 4)));
    faults.enter(
        "OWN_COPY_MARKED",
        "SELF-8",
        Delivers.other(
            Hearer::isSender,
            broadcast -> Delivers.envelope(broadcast, payload -> payload.put("self", true))));
    faults.enter(
        "OWN_COPY_TO_SECOND_CHANNEL", "SELF-4", Leaks.copy(Leaks::toSecondChannel, Timing.AT_ONCE));
    faults.enter("OWN_COPY_ON_REJOIN", "SELF-6", Leaks.copy(Leaks::toSender, Timing.AT_ONCE));
    faults.enter("OWN_USER_LEFT_OUT", "SELF-7", Delivers.nothingTo(hearer -> !hearer.isSender()));
  }
}
