package dev.broadcasttck.mock.fault;

import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What somebody wants of the occasions of a fault; what is empty is not asked for.
 *
 * @param topic with or without {@code realtime:}
 * @param event of the protocol or of a user
 * @param nth counted from 1
 * @param probability more than 0, at most 1
 * @param seed of the chance
 * @param once whether the first one is the last
 */
public record Terms(
    Optional<String> topic,
    Optional<String> event,
    Optional<Long> nth,
    Optional<Double> probability,
    long seed,
    boolean once) {

  /** Every occasion. */
  public static final Terms NONE =
      new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, false);

  /** Only on that topic, with or without {@code realtime:}. */
  public Terms withTopic(String value) {
    return new Terms(Optional.of(value), event, nth, probability, seed, once);
  }

  /** Only on that event, of the protocol or of a user. */
  public Terms withEvent(String value) {
    return new Terms(topic, Optional.of(value), nth, probability, seed, once);
  }

  /** Only on one of the occasions that are left, counted from 1. */
  public Terms withNth(long value) {
    return new Terms(topic, event, Optional.of(value), probability, seed, once);
  }

  /**
   * Only now and then.
   *
   * @param value more than 0, at most 1
   * @param chance a seed, with which it comes out the same again
   */
  public Terms withProbability(double value, long chance) {
    return new Terms(topic, event, nth, Optional.of(value), chance, once);
  }

  /** Not again after the first of them. */
  public Terms onlyOnce() {
    return new Terms(topic, event, nth, probability, seed, true);
  }

  /** The occasions that they hold on, counted from now on; for one server and one thread. */
  public Occasions occasions() {
    Random chance = new Random(seed);
    return new Occasions() {
      private long count;
      private boolean spent;

      @Override
      public boolean include(Supplier<Subject> about) {
        if (spent || !fits(about)) {
          return false;
        }
        count++;
        boolean shows =
            nth.map(n -> n == count).orElse(true)
                && probability.map(p -> chance.nextDouble() < p).orElse(true);
        spent = once && shows;
        return shows;
      }
    };
  }

  private boolean fits(Supplier<Subject> about) {
    if (topic.isEmpty() && event.isEmpty()) {
      return true;
    }
    Subject subject = about.get();
    return topic.map(subject::isOfTopic).orElse(true) && event.map(subject::isOfEvent).orElse(true);
  }
}
