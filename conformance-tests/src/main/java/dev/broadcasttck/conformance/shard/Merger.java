package dev.broadcasttck.conformance.shard;

import dev.broadcasttck.conformance.certify.Certificate;
import dev.broadcasttck.conformance.certify.Shown;
import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.profile.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The results of one run, made of those of its parts. */
public final class Merger {
  /** Of what several parts have played the worst counts. */
  private static final List<Verdict> WORST_FIRST =
      List.of(
          Verdict.HARNESS_ERROR,
          Verdict.FAILED,
          Verdict.INCONCLUSIVE,
          Verdict.KNOWN_FAILING,
          Verdict.KNOWN_FLAKY,
          Verdict.UNEXPECTED_PASS,
          Verdict.PASSED,
          Verdict.NOT_APPLICABLE);

  private final List<RecordedRun> parts;
  private final Map<String, RecordedResult> results = new TreeMap<>();

  private Merger(Parts parts) {
    this.parts = parts.runs();
  }

  /**
   * What came of a merge.
   *
   * @param root the results of the whole run
   * @param remarks what is to be said of it
   */
  public record Merged(
      ObjectNode root, Map<Verdict, Long> counts, List<Remark> remarks, ExitCode exitCode) {}

  /**
   * Makes one run of its parts.
   *
   * @param profiles among which that of the run is looked up
   * @throws dev.broadcasttck.spec.source.InvalidSource where a part is missing, doubled or alien
   */
  public static Merged merge(List<RecordedRun> parts, List<Profile> profiles) {
    return new Merger(Parts.of(parts)).merged(profiles);
  }

  private Merged merged(List<Profile> profiles) {
    parts.forEach(
        part ->
            part.results()
                .forEach((playing, result) -> results.merge(playing, result, Merger::worse)));
    Optional<Certificate> certificate = certificate(profiles);
    List<Remark> remarks = new ArrayList<>(incomplete());
    remarks.addAll(stale());
    certificate.map(Certificate::remark).ifPresent(remarks::add);
    Map<Verdict, Long> counts = counts(results.values());
    ExitCode exitCode =
        ExitCode.worst(
            Stream.concat(Stream.of(ExitCode.of(counts)), remarks.stream().map(Remark::exitCode)));
    ObjectNode root = new MergedReport(parts, results.values()).root(counts);
    certificate.ifPresent(it -> root.set("profile", it.note()));
    remarks.stream().map(Remark::sentence).forEach(root.putArray("remarks")::add);
    if (!root.path("cutOff").asBoolean()) {
      root.put("exitCode", exitCode.code());
    }
    return new Merged(root, counts, remarks, exitCode);
  }

  private Optional<Certificate> certificate(List<Profile> profiles) {
    JsonNode wanted = parts.get(0).root().path("profile");
    List<Shown> shown = results.values().stream().map(Merger::shown).toList();
    return profiles.stream()
        .filter(profile -> profile.name().equals(wanted.path("name").asString("")))
        .findFirst()
        .map(profile -> Certificate.of(profile, shown));
  }

  private static Shown shown(RecordedResult result) {
    return new Shown(result.rules(), result.verdict(), result.weakest());
  }

  private List<Remark> incomplete() {
    int wanted = parts.get(0).root().at("/shard/playings").asInt();
    return results.size() == wanted
        ? List.of()
        : List.of(
            new Remark(
                ExitCode.INCONCLUSIVE,
                "the parts hold %d of %d playings: one of them was cut off"
                    .formatted(results.size(), wanted)));
  }

  /** Every part says the same of entries that match nothing or have expired. */
  private List<Remark> stale() {
    Set<String> sentences = new LinkedHashSet<>();
    for (RecordedRun part : parts) {
      StreamSupport.stream(part.root().path("remarks").spliterator(), false)
          .map(JsonNode::asString)
          .forEach(sentences::add);
    }
    return sentences.stream().map(it -> new Remark(ExitCode.STALE_BASELINE, it)).toList();
  }

  private static RecordedResult worse(RecordedResult one, RecordedResult other) {
    return Stream.of(one, other)
        .min(Comparator.comparing(result -> WORST_FIRST.indexOf(result.verdict())))
        .orElseThrow();
  }

  private static Map<Verdict, Long> counts(Collection<RecordedResult> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                RecordedResult::verdict,
                () -> new EnumMap<>(Verdict.class),
                Collectors.counting()));
  }
}
