package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.time.Duration;
import java.util.function.Predicate;

/** Disturbances that only take their time. */
final class Slow {
  /** How long the copies of a jittery server take, in milliseconds, one after the other. */
  private static final int[] JITTER = {0, 17, 3, 41, 0, 8, 29};

  private Slow() {}

  static Disturbance replies(Predicate<Push> to, Timing when) {
    return Points.replying(
        (push, reply) -> to.test(push) ? Course.of(reply, when) : Course.of(reply));
  }

  static Disturbance pushes(Predicate<ServerMessage> which, Timing when) {
    return Points.pushing(
        message -> which.test(message) ? Course.of(message, when) : Course.of(message));
  }

  static Disturbance copies(Predicate<Hearer> to, Timing when) {
    return Points.delivering(
        (broadcast, hearer) -> to.test(hearer) ? Course.of(broadcast, when) : Course.of(broadcast));
  }

  /** Each copy at its own time, but none past another one to the same receiver. */
  static Disturbance jitter() {
    return new Disturbance() {
      private int copies;

      @Override
      public Course<Broadcast> delivering(Broadcast broadcast, Hearer hearer) {
        int millis = JITTER[copies++ % JITTER.length];
        return Course.of(broadcast, Timing.inTurn(Duration.ofMillis(millis)));
      }
    };
  }

  static Disturbance frames(Timing when) {
    return Points.writing(frame -> Course.of(frame, when));
  }

  static Disturbance restDelivery(Timing when) {
    return Points.publishing(
        publication ->
            publication.origin() == Origin.REST
                ? Course.of(publication, when)
                : Course.of(publication));
  }

  static Disturbance restAnswer(Duration delay) {
    return Points.answering((request, answer) -> answer.after(delay));
  }
}
