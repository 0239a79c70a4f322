package dev.broadcasttck.conformance.run;

import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario to be played in one of its variants.
 *
 * @param scenario what to play
 * @param variant how to play it
 */
public record Playing(Scenario scenario, Variant variant) {
  private static final String UNCAUGHT = "throws-nothing";

  /** {@code SELF-1/sender-hears-nothing-by-default@2.0.0}. */
  public String id() {
    return scenario.id() + "@" + variant;
  }

  /** Whether it asks what escapes from a library that is provoked. */
  public boolean provokes() {
    return scenario.steps().stream().anyMatch(step -> step.verb().equals(UNCAUGHT));
  }

  /** Whether its clients' timers are so short that a machine may be too busy for them. */
  public boolean hurries() {
    return scenario.actors().stream()
        .map(Actor::settings)
        .flatMap(it -> Stream.of(it.timeout(), it.heartbeat(), it.reconnect()))
        .anyMatch(Optional::isPresent);
  }

  /** Every variant of every scenario, in the order of the corpus. */
  public static List<Playing> all(Corpus corpus) {
    return corpus.scenarios().stream()
        .flatMap(scenario -> scenario.variants().stream().map(v -> new Playing(scenario, v)))
        .toList();
  }
}
