package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.venue.Stranger;
import dev.broadcasttck.spec.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would be played, in words. */
final class Agenda {
  private Agenda() {}

  /** A line a scenario: its id, its variants, its title. */
  static List<String> contents(List<Playing> playings) {
    Map<Scenario, List<Playing>> scenarios =
        playings.stream()
            .collect(
                Collectors.groupingBy(Playing::scenario, LinkedHashMap::new, Collectors.toList()));
    return scenarios.entrySet().stream()
        .map(
            entry ->
                entry.getKey().id()
                    + "  ["
                    + variants(entry.getValue())
                    + "]  "
                    + entry.getKey().title())
        .toList();
  }

  /** The contents, then how much of the server it would take. */
  static List<String> plan(List<Playing> playings, Optional<Stranger> stranger) {
    List<String> lines = new ArrayList<>(contents(playings));
    String where = stranger.map(s -> s.endpoint().socket().toString()).orElse("the bundled mock");
    int sockets = playings.stream().mapToInt(p -> p.scenario().actors().size()).sum();
    int scenarios = lines.size();
    lines.add("");
    lines.add("%d playings of %d scenarios at %s".formatted(playings.size(), scenarios, where));
    lines.add("at most %d sockets in all".formatted(sockets));
    stranger.map(Stranger::quota).map(Agenda::words).ifPresent(lines::add);
    return lines;
  }

  private static String words(Quota quota) {
    return "at most %d sockets at a time, %d joins and %d events a second"
        .formatted(quota.sockets(), quota.joinsPerSecond(), quota.eventsPerSecond());
  }

  private static String variants(List<Playing> playings) {
    return playings.stream().map(p -> p.variant().toString()).collect(Collectors.joining(" "));
  }
}
