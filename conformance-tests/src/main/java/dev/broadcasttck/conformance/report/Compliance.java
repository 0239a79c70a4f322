package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.TextFile;
import dev.broadcasttck.spec.source.YamlDocument;
import dev.broadcasttck.spec.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a run shows of a library, by the ids of the public capability matrix.
 *
 * @param features the evidence for each id that a rule about clients carries
 */
public record Compliance(Map<String, Evidence> features) {
  private static final String IMPLEMENTED = "implemented";
  private static final String PARTIALLY = "partially_implemented";
  private static final String NOT = "not_implemented";

  /**
   * The evidence for one id.
   *
   * @param status in the words of the matrix; empty where nothing could be shown
   * @param note why; empty where there is nothing to say
   */
  public record Evidence(Optional<String> status, String note) {}

  public static Compliance of(List<Result> results, RuleBook rules) {
    Map<String, List<Result>> byCapability = new TreeMap<>();
    Map<String, List<Rule>> byId = rules.rules().stream().collect(Collectors.groupingBy(Rule::id));
    for (Result result : results) {
      result.scenario().proves().stream()
          .flatMap(id -> byId.getOrDefault(id, List.of()).stream())
          .filter(rule -> rule.binds().contains(Party.CLIENT))
          .flatMap(rule -> rule.capability().stream())
          .distinct()
          .forEach(id -> byCapability.computeIfAbsent(id, it -> new ArrayList<>()).add(result));
    }
    Map<String, Evidence> features = new TreeMap<>();
    byCapability.forEach((id, shown) -> features.put(id, evidence(shown)));
    return new Compliance(features);
  }

  private static Evidence evidence(List<Result> shown) {
    List<Result> passed = shown.stream().filter(it -> it.verdict() == Verdict.PASSED).toList();
    List<Result> failed = shown.stream().filter(it -> it.verdict() == Verdict.FAILED).toList();
    if (failed.isEmpty() && !passed.isEmpty()) {
      return new Evidence(Optional.of(IMPLEMENTED), passed.size() + " playings passed");
    }
    if (!failed.isEmpty()) {
      String red =
          failed.stream()
              .map(it -> it.scenario().id())
              .distinct()
              .collect(Collectors.joining(", "));
      return new Evidence(
          Optional.of(passed.isEmpty() ? NOT : PARTIALLY),
          "%d of %d playings failed: %s"
              .formatted(failed.size(), failed.size() + passed.size(), red));
    }
    boolean isUnclaimed = shown.stream().allMatch(it -> it.verdict() == Verdict.NOT_APPLICABLE);
    return isUnclaimed
        ? new Evidence(Optional.of(NOT), "the library does not claim it")
        : new Evidence(Optional.empty(), "nothing could be shown");
  }

  /** The file {@code sdk-compliance.yaml}. */
  public String yaml(String sdk) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# What Broadcast TCK has seen; ids that no rule covers are left out.\n");
    yaml.append("sdk: ").append(sdk).append("\n\nfeatures:\n");
    features.forEach(
        (id, evidence) ->
            evidence
                .status()
                .ifPresentOrElse(
                    status ->
                        yaml.append("  %s:\n    status: %s\n".formatted(id, status))
                            .append("    note: \"%s\"\n".formatted(evidence.note())),
                    () -> yaml.append("  # %s: %s\n".formatted(id, evidence.note()))));
    return yaml.toString();
  }

  /**
   * Where a library's own declaration and the evidence differ, a sentence each.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if the file cannot be read
   */
  public List<String> differences(Path declaration) {
    JsonNode declared = features(declaration);
    List<String> differences = new ArrayList<>();
    features.forEach(
        (id, evidence) -> {
          JsonNode entry = declared.path(id);
          String said = entry.isString() ? entry.asString() : entry.path("status").asString(NOT);
          evidence
              .status()
              .filter(shown -> !shown.equals(said))
              .ifPresent(
                  shown ->
                      differences.add(
                          "%s: declared %s, shown %s: %s"
                              .formatted(id, said, shown, evidence.note())));
        });
    return differences;
  }

  /**
   * What a declaration says of each capability.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource where it says nothing of the kind
   */
  public static JsonNode features(Path declaration) {
    Problems problems = new Problems();
    String name = declaration.toString();
    List<YamlDocument> documents =
        YamlSource.read(name, TextFile.read(declaration, problems), problems);
    problems.refuseAny();
    JsonNode features =
        documents.isEmpty() ? MissingNode.getInstance() : documents.get(0).root().path("features");
    if (!features.isObject()) {
      problems.add(new Location(name, 1, 1), "there are no `features` in the file");
    }
    problems.refuseAny();
    return features;
  }
}
