package dev.broadcasttck.conformance.verify;

import dev.broadcasttck.conformance.relay.Conditions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a run has to put up with, and what must not change a verdict. The telling ones first. */
public enum Weather {
  /** Bytes that arrive alone; megabytes of them would take longer than anybody waits. */
  ONE_BYTE("one-byte segments", Optional.of(Conditions.ONE_BYTE), Set.of("large-frames")),
  DELAY_50("delay 50 ms", delay(50), Set.of()),
  LOAD("CPU load", Optional.empty(), Set.of()),
  COMPRESSION("compression", Optional.of(Conditions.COMPRESSED), Set.of()),
  DIRECT("direct", Optional.empty(), Set.of()),
  DELAY_5("delay 5 ms", delay(5), Set.of()),
  /** Through a relay that does nothing. */
  DELAY_0("delay 0 ms", delay(0), Set.of());

  private final String words;
  private final Optional<Conditions> conditions;
  private final Set<String> withdrawn;

  Weather(String words, Optional<Conditions> conditions, Set<String> withdrawn) {
    this.words = words;
    this.conditions = conditions;
    this.withdrawn = withdrawn;
  }

  /** Of what relay; empty for none. */
  public Optional<Conditions> conditions() {
    return conditions;
  }

  /** The capabilities that no target can claim in it. */
  public Set<String> withdrawn() {
    return withdrawn;
  }

  public boolean isLoad() {
    return this == LOAD;
  }

  private static Optional<Conditions> delay(int millis) {
    return Optional.of(Conditions.delay(Duration.ofMillis(millis)));
  }

  @Override
  public String toString() {
    return words;
  }
}
