package dev.broadcasttck.conformance.artefact;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many of some cases have each verdict. */
public record Tally(List<Case> cases) {
  public Tally {
    cases = List.copyOf(cases);
  }

  public long of(Verdict verdict) {
    return cases.stream().filter(it -> it.verdict() == verdict).count();
  }

  /** {@code 12 passed, 1 failed}; what nothing got is left out. */
  public String inWords() {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> of(verdict) > 0)
        .map(verdict -> of(verdict) + " " + verdict)
        .collect(Collectors.joining(", "));
  }

  /** The worst that there is among them, as one word. */
  public Judgement judgement() {
    if (of(Verdict.HARNESS_ERROR) > 0) {
      return Judgement.SUITE_AT_FAULT;
    }
    if (of(Verdict.FAILED) > 0) {
      return Judgement.NOT_CONFORMANT;
    }
    return of(Verdict.INCONCLUSIVE) > 0 || of(Verdict.PASSED) == 0
        ? Judgement.INCONCLUSIVE
        : Judgement.CONFORMANT;
  }

  /** The judgement on a whole run, which one that was cut off cannot be sure of. */
  public static Judgement judgement(Proceedings proceedings) {
    Judgement judgement = new Tally(proceedings.results()).judgement();
    return proceedings.cutOff() && judgement == Judgement.CONFORMANT
        ? Judgement.INCONCLUSIVE
        : judgement;
  }

  /** What one says of them all. */
  public enum Judgement {
    CONFORMANT("conformant", "good"),
    NOT_CONFORMANT("not conformant", "bad"),
    INCONCLUSIVE("inconclusive", "doubtful"),
    SUITE_AT_FAULT("the suite itself is at fault", "bad");

    private final String words;
    private final String tone;

    Judgement(String words, String tone) {
      this.words = words;
      this.tone = tone;
    }

    public String tone() {
      return tone;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** By chapter and level, in the order of the cases. */
  public Map<String, Map<String, Tally>> byChapterAndLevel() {
    Map<String, Map<String, Tally>> chapters = new LinkedHashMap<>();
    cases.forEach(
        it ->
            chapters
                .computeIfAbsent(it.chapter(), chapter -> new LinkedHashMap<>())
                .merge(it.level().name(), new Tally(List.of(it)), Tally::and));
    return chapters;
  }

  private Tally and(Tally other) {
    return new Tally(java.util.stream.Stream.concat(cases.stream(), other.cases.stream()).toList());
  }

  /** What the cases that are not green have in common, the most frequent cause first. */
  public Map<String, List<Case>> causes() {
    Map<String, List<Case>> causes =
        cases.stream()
            .filter(it -> it.isDoubtful() && !it.likely().isEmpty())
            .collect(Collectors.groupingBy(Case::likely, LinkedHashMap::new, Collectors.toList()));
    Map<String, List<Case>> sorted = new LinkedHashMap<>();
    causes.entrySet().stream()
        .sorted((one, other) -> other.getValue().size() - one.getValue().size())
        .forEach(it -> sorted.put(it.getKey(), it.getValue()));
    return sorted;
  }
}
