package dev.broadcasttck.conformance.verify;

import dev.broadcasttck.conformance.relay.Conditions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run has to put up with, and what must not change a verdict.
 *
 * @param name as it is typed
 * @param words as it is reported
 * @param conditions of the relay before the server; empty for no relay
 * @param withdrawn the capabilities that no server can show in it
 * @param hasLoad whether every core has other work to do
 */
public record Weather(
    String name,
    String words,
    Optional<Conditions> conditions,
    Set<String> withdrawn,
    boolean hasLoad) {
  /** So many attempts that wait for delays take no more than one that does not. */
  private static final int WAITING = 3;

  /** The telling ones first. */
  public static final List<Weather> ALL =
      List.of(
          // Megabytes in bytes that travel alone take longer than anybody waits.
          relayed("one-byte", "one-byte segments", Conditions.ONE_BYTE, Set.of("large-frames")),
          delay(50),
          new Weather("load", "CPU load", Optional.empty(), Set.of(), true),
          relayed("compression", "compression", Conditions.COMPRESSED, Set.of()),
          new Weather("direct", "direct", Optional.empty(), Set.of(), false),
          delay(5),
          delay(0));

  /** How many attempts may go on side by side, where so many would do without delay. */
  int lanes(int usual) {
    if (hasLoad || usual == 1) {
      return 1;
    }
    boolean waits = conditions.filter(relay -> !relay.toServer().isZero()).isPresent();
    return waits ? usual * WAITING : usual;
  }

  private static Weather relayed(
      String name, String words, Conditions conditions, Set<String> withdrawn) {
    return new Weather(name, words, Optional.of(conditions), withdrawn, false);
  }

  private static Weather delay(int millis) {
    Conditions conditions = Conditions.delay(Duration.ofMillis(millis));
    return relayed("delay-" + millis, "delay " + millis + " ms", conditions, Set.of());
  }

  @Override
  public String toString() {
    return words;
  }
}
