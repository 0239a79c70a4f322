package dev.broadcasttck.conformance.verify;

import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A playing of which not always the same came.
 *
 * @param playing its id
 */
public record Instability(String playing, List<Sighting> sightings) {
  private static final int SHOWN = 3;

  /** A line that says how often what came, and where it was the rarer; then why, once each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("unstable: %s: %s".formatted(playing, tally()));
    byVerdict()
        .values()
        .forEach(
            same ->
                same.get(0)
                    .finding()
                    .ifPresent(
                        why ->
                            lines.add(
                                "  %s: expected %s, but %s"
                                    .formatted(why.where(), why.expected(), why.actual()))));
    return lines;
  }

  /** How often what came, and where it was the rarer. */
  String tally() {
    List<Map.Entry<Verdict, List<Sighting>>> ranked = new ArrayList<>(byVerdict().entrySet());
    ranked.sort(Comparator.comparing(entry -> -entry.getValue().size()));
    Map.Entry<Verdict, List<Sighting>> usual = ranked.remove(0);
    String rare =
        ranked.stream()
            .map(
                entry ->
                    ", %s %d (%s)"
                        .formatted(
                            entry.getKey(), entry.getValue().size(), where(entry.getValue())))
            .collect(Collectors.joining());
    return "%s %d of %d%s"
        .formatted(usual.getKey(), usual.getValue().size(), sightings.size(), rare);
  }

  private Map<Verdict, List<Sighting>> byVerdict() {
    return sightings.stream()
        .collect(
            Collectors.groupingBy(
                Sighting::verdict, () -> new EnumMap<>(Verdict.class), Collectors.toList()));
  }

  private static String where(List<Sighting> rare) {
    String first =
        rare.stream()
            .limit(SHOWN)
            .map(sighting -> sighting.attempt().toString())
            .collect(Collectors.joining("; "));
    return rare.size() > SHOWN ? "%s; and %d more".formatted(first, rare.size() - SHOWN) : first;
  }
}
