package dev.broadcasttck.conformance.proof;

import dev.broadcasttck.conformance.tape.Entry;
import java.time.Duration;

/**
 * How a barrier and the legal twin of a forbidden message stood to each other.
 *
 * @param samples how often both came
 * @param overtaken how often the barrier came first, so that it would have hidden a leak
 * @param longest by how much the message came later at worst; zero if it never did
 * @param doubt why it is not to be believed in although it was seen to hold; empty if it is
 */
public record Lag(int samples, int overtaken, Duration longest, String doubt) {
  /** Nothing could be measured. */
  public static final Lag UNKNOWN = new Lag(0, 0, Duration.ZERO, "");

  /** A barrier that needs no measuring. */
  public static final Lag SELF_EVIDENT = new Lag(1, 0, Duration.ZERO, "");

  private static final int FACTOR = 3;
  private static final Duration MARGIN = Duration.ofMillis(50);

  /** One more sample of a legal message and its barrier. */
  public Lag with(Entry legal, Entry barrier) {
    if (legal.number() < barrier.number()) {
      return new Lag(samples + 1, overtaken, longest, doubt);
    }
    Duration behind = legal.at().minus(barrier.at());
    Duration worst = behind.compareTo(longest) > 0 ? behind : longest;
    return new Lag(samples + 1, overtaken + 1, worst, doubt);
  }

  public boolean isMeasured() {
    return samples > 0;
  }

  /** Whether the legal message always came before the barrier. */
  public boolean isSound() {
    return isMeasured() && overtaken == 0 && doubt.isEmpty();
  }

  /** How long to wait after the barrier where it is not sound: three times the longest lag. */
  public Duration window() {
    return longest.multipliedBy(FACTOR).plus(MARGIN);
  }

  /** The same, no longer believed in. */
  public Lag doubted(String why) {
    return new Lag(samples, overtaken, longest, why);
  }

  /** Why it is not sound, in words. */
  public String weakness() {
    if (!isMeasured()) {
      return "a legal message of its kind never came with it on this target";
    }
    if (!doubt.isEmpty()) {
      return doubt;
    }
    return "it overtook %d of %d legal messages, by up to %d ms"
        .formatted(overtaken, samples, longest.toMillis());
  }
}
