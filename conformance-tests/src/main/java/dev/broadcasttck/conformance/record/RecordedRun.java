package dev.broadcasttck.conformance.record;

import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.InvalidSource;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problem;
import dev.broadcasttck.spec.source.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run that is over.
 *
 * @param file where its results are
 * @param root as it is written
 * @param results by their playings, in the order of their names
 */
public record RecordedRun(Path file, JsonNode root, Map<String, RecordedResult> results) {
  private static final String SCHEMA = "results.schema.json";

  /** A file that is none of ours breaks rules without end. */
  private static final int MOST_COMPLAINTS = 5;

  /**
   * Reads the results of a run; what a later version has added to them is let pass.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with what is wrong with the file
   */
  public static RecordedRun read(Path file) {
    Problems problems = new Problems();
    JsonNode root = root(file, problems);
    problems.refuseAny();
    SchemaCheck.named(SCHEMA).complaints(root).stream()
        .limit(MOST_COMPLAINTS)
        .forEach(complaint -> complain(file, complaint, problems));
    problems.refuseAny();
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

  private static JsonNode root(Path file, Problems problems) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      complain(file, "there is no such file, or it cannot be read", problems);
      return JsonMapper.shared().nullNode();
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(file);
      if (!root.path("format").isInt()) {
        complain(
            file, "these are no results of a run; ./tck run --json FILE writes them", problems);
      }
      return root;
    } catch (JacksonException notJson) {
      int line = Math.max(1, notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr());
      problems.add(
          new Location(file.toString(), line, 1), "not readable as JSON; is the file whole?");
      return JsonMapper.shared().nullNode();
    }
  }

  private static Map<String, RecordedResult> results(Path file, JsonNode root, Problems problems) {
    Map<String, RecordedResult> results = new TreeMap<>();
    List<RecordedResult> all =
        StreamSupport.stream(root.path("results").spliterator(), false)
            .map(RecordedResult::new)
            .toList();
    for (RecordedResult result : all) {
      if (results.put(result.playing(), result) != null) {
        complain(file, result.playing() + " is here twice", problems);
      }
    }
    return results;
  }

  private static void complain(Path file, String what, Problems problems) {
    problems.add(new Location(file.toString(), 1, 1), what);
  }
}
