package dev.broadcasttck.conformance.comparison;

import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.conformance.verdict.ExitCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has changed from one run to another.
 *
 * @param changes by what they mean, in the order of the playings' names
 * @param cautions why that may not be all, a sentence each
 */
public record Comparison(Map<Kind, List<Change>> changes, List<String> cautions) {

  public static Comparison of(RecordedRun old, RecordedRun current) {
    Map<Kind, List<Change>> changes = new EnumMap<>(Kind.class);
    TreeSet<String> playings = new TreeSet<>(old.results().keySet());
    playings.addAll(current.results().keySet());
    for (String playing : playings) {
      Optional<RecordedResult> was = Optional.ofNullable(old.results().get(playing));
      Optional<RecordedResult> is = Optional.ofNullable(current.results().get(playing));
      Optional<Kind> kind =
          was.isPresent() && is.isPresent()
              ? Kind.of(was.get(), is.get())
              : Optional.of(was.isPresent() ? Kind.VANISHED : Kind.NEW);
      kind.ifPresent(
          it ->
              changes
                  .computeIfAbsent(it, k -> new ArrayList<>())
                  .add(new Change(playing, was, is)));
    }
    return new Comparison(changes, cautions(old, current));
  }

  public List<Change> of(Kind kind) {
    return changes.getOrDefault(kind, List.of());
  }

  public ExitCode exitCode() {
    return ExitCode.worst(changes.keySet().stream().map(Kind::exitCode));
  }

  /** It for machines; its schema is {@code spec/schema/comparison.schema.json}. */
  public ObjectNode toJson() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("format", 1).put("exitCode", exitCode().code());
    cautions.forEach(node.putArray("cautions")::add);
    for (Kind kind : Kind.values()) {
      ArrayNode array = node.putArray(kind.key());
      of(kind).forEach(change -> array.add(change.toJson()));
    }
    return node;
  }

  private static List<String> cautions(RecordedRun old, RecordedRun current) {
    List<String> cautions = new ArrayList<>();
    for (RecordedRun run : List.of(old, current)) {
      if (run.isCutOff()) {
        cautions.add(run.file() + " is of a run that was cut off: what it lacks may be there");
      }
    }
    return cautions;
  }
}
