package dev.broadcasttck.conformance.shard;

import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of a whole run as they are written. What this version does not know of a part is
 * taken from the first.
 */
record MergedReport(List<RecordedRun> parts, Collection<RecordedResult> results) {

  /** All of it but the exit code and what is remarked. */
  ObjectNode root(Map<Verdict, Long> counts) {
    ObjectNode root = (ObjectNode) parts.get(0).root().deepCopy();
    root.remove(List.of("shard", "exitCode"));
    root.put("parts", parts.size());
    root.put("started", started());
    root.put("durationMs", numbers("/durationMs").max().orElse(0));
    root.put("cutOff", parts.stream().anyMatch(RecordedRun::isCutOff));
    ObjectNode summary = root.putObject("summary");
    for (Verdict verdict : Verdict.values()) {
      summary.put(verdict.toString(), counts.getOrDefault(verdict, 0L));
    }
    root.set("negatives", negatives(JsonMapper.shared().createObjectNode()));
    ArrayNode all = root.putArray("results");
    results.forEach(result -> all.add(result.node()));
    return root;
  }

  private String started() {
    return parts.stream()
        .map(part -> part.root().path("started").asString())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private ObjectNode negatives(ObjectNode node) {
    ObjectNode grades = node.putObject("grades");
    for (Grade grade : Grade.values()) {
      grades.put(grade.name(), ofGrade(grade).count());
    }
    // Each part has about as many controls as the others.
    node.put(
        "controlsPercent", Math.round(numbers("/negatives/controlsPercent").average().orElse(0)));
    double[] costs =
        ofGrade(Grade.A).mapToDouble(it -> it.path("costMs").asDouble()).sorted().toArray();
    if (costs.length > 0) {
      node.put("medianCostOfAMs", costs[costs.length / 2]);
    }
    return node.put("drainMs", numbers("/negatives/drainMs").max().orElse(0));
  }

  private Stream<JsonNode> ofGrade(Grade grade) {
    return results.stream()
        .flatMap(
            result -> StreamSupport.stream(result.node().path("negatives").spliterator(), false))
        .filter(negative -> negative.path("grade").asString().equals(grade.name()));
  }

  private DoubleStream numbers(String pointer) {
    return parts.stream().mapToDouble(part -> part.root().at(pointer).asDouble());
  }
}
