package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.venue.Venue;
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
  static List<String> plan(List<Playing> playings, Optional<Venue> host) {
    List<String> lines = new ArrayList<>(contents(playings));
    String where =
        host.map(venue -> venue.endpoint().socket().toString()).orElse("the bundled mock");
    int scenarios = lines.size();
    List<Playing> apt = host.map(venue -> apt(playings, venue)).orElse(playings);
    int sockets = apt.stream().mapToInt(p -> p.scenario().actors().size()).sum();
    lines.add("");
    lines.add("%d playings of %d scenarios at %s".formatted(playings.size(), scenarios, where));
    if (apt.size() < playings.size()) {
      lines.add("%d of them do not apply".formatted(playings.size() - apt.size()));
    }
    lines.add("at most %d sockets in all".formatted(sockets));
    host.map(Venue::quota).map(Agenda::words).ifPresent(lines::add);
    return lines;
  }

  private static List<Playing> apt(List<Playing> playings, Venue venue) {
    Casting casting = new Casting(ScriptedDriver.PROFILE, venue.target(), venue.quota());
    return playings.stream().filter(playing -> casting.lack(playing).isEmpty()).toList();
  }

  private static String words(Quota quota) {
    return "at most %d sockets at a time, %d joins and %d events a second"
        .formatted(quota.sockets(), quota.joinsPerSecond(), quota.eventsPerSecond());
  }

  private static String variants(List<Playing> playings) {
    return playings.stream().map(p -> p.variant().toString()).collect(Collectors.joining(" "));
  }
}
