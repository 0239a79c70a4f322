package dev.broadcasttck.conformance.shard;

import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The parts of one run, all there and each once.
 *
 * @param runs in the order in which they were given
 */
record Parts(List<RecordedRun> runs) {
  /** What parts of one run have in common. */
  private static final Map<String, String> COMMON =
      Map.of(
          "/shard/of", "is one of another number of parts",
          "/shard/selection", "is a part of another selection",
          "/tool/version", "was made by another version of this tool",
          "/profile", "was made for another profile");

  /**
   * The parts.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource where they are not those of one run
   */
  static Parts of(List<RecordedRun> runs) {
    Problems problems = new Problems();
    for (RecordedRun run : runs) {
      if (!run.root().at("/shard/part").isInt()) {
        complain(
            run, "this is no part of a run; ./tck run --shard K/N --json FILE makes one", problems);
      }
    }
    problems.refuseAny();
    runs.forEach(run -> reviewKinship(runs.get(0), run, problems));
    problems.refuseAny();
    reviewNumbers(runs, problems);
    reviewResults(runs, problems);
    problems.refuseAny();
    return new Parts(runs);
  }

  private static void reviewKinship(RecordedRun first, RecordedRun run, Problems problems) {
    COMMON.forEach(
        (pointer, complaint) -> {
          if (!run.root().at(pointer).equals(first.root().at(pointer))) {
            complain(run, "this " + complaint + " than " + first.file(), problems);
          }
        });
  }

  private static void reviewNumbers(List<RecordedRun> runs, Problems problems) {
    Map<Integer, RecordedRun> known = new TreeMap<>();
    for (RecordedRun run : runs) {
      RecordedRun other = known.putIfAbsent(number(run), run);
      if (other != null) {
        complain(
            run,
            "part %d is here twice, %s is it too".formatted(number(run), other.file()),
            problems);
      }
    }
    int of = runs.get(0).root().at("/shard/of").asInt();
    IntStream.rangeClosed(1, of)
        .filter(part -> !known.containsKey(part))
        .forEach(
            part ->
                complain(runs.get(0), "part %d of %d is missing".formatted(part, of), problems));
  }

  /** But for what every part plays, nothing is played twice. */
  private static void reviewResults(List<RecordedRun> runs, Problems problems) {
    Set<String> everywhere = new HashSet<>();
    for (JsonNode id : runs.get(0).root().at("/shard/everywhere")) {
      everywhere.add(id.asString());
    }
    Map<String, RecordedRun> known = new HashMap<>();
    for (RecordedRun run : runs) {
      for (RecordedResult result : run.results().values()) {
        RecordedRun other = known.putIfAbsent(result.playing(), run);
        if (other != null
            && number(other) != number(run)
            && !everywhere.contains(result.scenario())) {
          complain(run, "%s is in %s too".formatted(result.playing(), other.file()), problems);
        }
      }
    }
  }

  private static int number(RecordedRun run) {
    return run.root().at("/shard/part").asInt();
  }

  private static void complain(RecordedRun run, String what, Problems problems) {
    problems.add(new Location(run.file().toString(), 1, 1), what);
  }
}
