package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Hearer;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Timing;
import dev.broadcasttck.mock.hub.Publication.Origin;
import dev.broadcasttck.mock.message.Broadcast;
import java.util.Locale;
import java.util.function.Predicate;

/** Disturbances that let out what is not to be heard. */
final class Leaks {
  private Leaks() {}

  /** A copy for members that should get none. */
  static Disturbance copy(Predicate<Hearer> whom, Timing when) {
    return Points.overhearing(
        (broadcast, hearer) -> whom.test(hearer) ? Course.of(broadcast, when) : Course.nothing());
  }

  /** Likewise, under the topic of the member that gets it. */
  static Disturbance readdressed(Predicate<Hearer> whom, Timing when) {
    return Points.overhearing(
        (broadcast, hearer) ->
            whom.test(hearer)
                ? Course.of(new Broadcast(hearer.room().topic(), broadcast.payload()), when)
                : Course.nothing());
  }

  /** A second copy for members that should get one. */
  static Disturbance secondCopy(Predicate<Hearer> whom, Timing when) {
    return Points.delivering(
        (broadcast, hearer) ->
            whom.test(hearer) ? Course.of(broadcast).and(broadcast, when) : Course.of(broadcast));
  }

  /** A reply that nobody asked for. */
  static Disturbance reply(Timing when) {
    return Points.withholding((to, reply) -> Course.of(reply, when));
  }

  static boolean toSender(Hearer hearer) {
    return hearer.isSender();
  }

  static boolean toSecondChannel(Hearer hearer) {
    return hearer.isSender() && hearer.ordinal() > 1;
  }

  static boolean toLatestSender(Hearer hearer) {
    return hearer.isSender() && hearer.isLatest();
  }

  static boolean elsewhere(Hearer hearer) {
    return !hearer.isAtHome();
  }

  static boolean toLatestElsewhere(Hearer hearer) {
    return elsewhere(hearer) && hearer.isLatest();
  }

  static boolean toSecondTopic(Hearer hearer) {
    return elsewhere(hearer) && hearer.ordinal() > 1;
  }

  /** Where one of the two names begins with the other. */
  static boolean byPrefix(Hearer hearer) {
    String here = hearer.publication().room().topic();
    String there = hearer.room().topic();
    return !here.equals(there) && (here.startsWith(there) || there.startsWith(here));
  }

  /** Where the two names differ in case only. */
  static boolean byCase(Hearer hearer) {
    String here = hearer.publication().room().topic();
    String there = hearer.room().topic();
    return !here.equals(there)
        && here.toLowerCase(Locale.ROOT).equals(there.toLowerCase(Locale.ROOT));
  }

  static boolean overRest(Hearer hearer) {
    return elsewhere(hearer) && hearer.publication().origin() == Origin.REST;
  }
}
