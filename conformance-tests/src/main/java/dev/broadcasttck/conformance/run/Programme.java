package dev.broadcasttck.conformance.run;

import static java.util.Comparator.comparing;

import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Verb;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The order in which playings are played: those tagged {@code smoke} first and last, alone; then
 * side by side, those that forbid something first, so that it is watched longest, and with as few
 * beside them as leaves their barriers quick; then those that disturb others, one by one; and those
 * that have a server of their own, many at a time, of which those that provoke errors come last: a
 * library's uncaught error cannot be told from those of its neighbours in the process.
 */
record Programme(
    List<Playing> smoke,
    List<Playing> forbidding,
    List<Playing> together,
    List<Playing> alone,
    List<Playing> rehearsed,
    List<Playing> provoking) {
  /** What disturbs everybody at the same endpoint. */
  private static final Set<String> DISTURBING = Set.of("move-clock", "shutdown", "idle-close");

  static Programme of(List<Playing> playings) {
    List<Playing> others =
        playings.stream().filter(it -> !isSmoke(it) && !isRehearsed(it)).toList();
    return new Programme(
        playings.stream().filter(it -> isSmoke(it) && !isRehearsed(it)).toList(),
        others.stream().filter(it -> !isAlone(it) && forbids(it)).toList(),
        others.stream()
            .filter(it -> !isAlone(it) && !forbids(it))
            .sorted(comparing(it -> !outlives(it)))
            .toList(),
        others.stream().filter(Programme::isAlone).toList(),
        playings.stream().filter(it -> isRehearsed(it) && !it.provokes()).toList(),
        playings.stream().filter(it -> isRehearsed(it) && it.provokes()).toList());
  }

  /** Whether it has a server of its own, so that it disturbs nobody. */
  private static boolean isRehearsed(Playing playing) {
    return playing.scenario().isOfClients();
  }

  /** How many sockets the greediest of those side by side takes. */
  int mostSockets() {
    return Stream.concat(forbidding.stream(), together.stream())
        .mapToInt(it -> it.scenario().actors().size())
        .max()
        .orElse(0);
  }

  /** Whether it would disturb others, or be disturbed by them. */
  static boolean isAlone(Playing playing) {
    Scenario scenario = playing.scenario();
    return scenario.endpoint().isPresent()
        || scenario.requires().stream().anyMatch(DISTURBING::contains);
  }

  /** Whether it waits for a token to run out: what takes long whatever is done begins early. */
  private static boolean outlives(Playing playing) {
    return playing.scenario().steps().stream()
        .anyMatch(step -> !step.arguments().findValues("expires-in").isEmpty());
  }

  private static boolean forbids(Playing playing) {
    return playing.scenario().steps().stream()
        .anyMatch(step -> Verb.named(step.verb()).filter(Verb::isNegative).isPresent());
  }

  private static boolean isSmoke(Playing playing) {
    return playing.scenario().tags().contains("smoke");
  }
}
