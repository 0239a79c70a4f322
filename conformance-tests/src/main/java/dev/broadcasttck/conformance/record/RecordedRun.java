package dev.broadcasttck.conformance.record;

import dev.broadcasttck.spec.source.InvalidSource;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problem;
import dev.broadcasttck.spec.source.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A run that is over.
 *
 * @param file where its results are
 * @param root as it is written
 * @param results by their playings, in the order of their names
 */
public record RecordedRun(Path file, JsonNode root, Map<String, RecordedResult> results) {
  /**
   * Reads the results of a run; what a later version has added to them is let pass.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with what is wrong with the file
   */
  public static RecordedRun read(Path file) {
    JsonNode root = ResultsTree.read(file);
    Problems problems = new Problems();
    Map<String, RecordedResult> results = results(file, root, problems);
    problems.refuseAny();
    return new RecordedRun(file, root, results);
  }

  /**
   * Reads several.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with what is wrong with any of the files
   */
  public static List<RecordedRun> readAll(List<Path> files) {
    List<RecordedRun> runs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        runs.add(read(file));
      } catch (InvalidSource invalid) {
        problems.addAll(invalid.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSource(problems);
    }
    return runs;
  }

  /** Whether it was stopped before its end. */
  public boolean isCutOff() {
    return root.path("cutOff").asBoolean();
  }

  private static Map<String, RecordedResult> results(Path file, JsonNode root, Problems problems) {
    Map<String, RecordedResult> results = new TreeMap<>();
    List<RecordedResult> all =
        StreamSupport.stream(root.path("results").spliterator(), false)
            .map(RecordedResult::new)
            .toList();
    for (RecordedResult result : all) {
      if (results.put(result.playing(), result) != null) {
        problems.add(new Location(file.toString(), 1, 1), result.playing() + " is here twice");
      }
    }
    return results;
  }
}
