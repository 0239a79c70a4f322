package dev.broadcasttck.mock.recording;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the mock answers like the real server in one recording. */
record Fidelity(Recording recording, Tally tally, List<Mismatch> mismatches) {

  /** In the order of the table. */
  enum Verdict {
    SAME("same"),
    NORMALISED("same after normalisation"),
    OTHERWISE("differs on purpose"),
    WRONG("differs");

    final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  static Fidelity of(Recording recording) {
    Tally tally = new Tally();
    List<Mismatch> mismatches = new Comparison(recording, Plays.of(recording), tally).mismatches();
    return new Fidelity(recording, tally, mismatches);
  }

  Verdict verdict() {
    if (!mismatches.isEmpty()) {
      return recording.script().reasonToDiffer().isPresent() ? Verdict.OTHERWISE : Verdict.WRONG;
    }
    return normalisations().isEmpty() ? Verdict.SAME : Verdict.NORMALISED;
  }

  /** Why it differs, or what was overlooked; empty where all is the same. */
  String remark() {
    return verdict() == Verdict.OTHERWISE
        ? recording.script().reasonToDiffer().orElseThrow()
        : String.join(", ", normalisations());
  }

  private List<String> normalisations() {
    Stream<String> normalisers =
        tally.uses().keySet().stream()
            .filter(n -> !Normaliser.OF_EVERY_REQUEST.contains(n))
            .sorted()
            .map(Enum::name);
    Stream<String> madeUp = tally.madeUp().stream().sorted().map(Enum::name);
    Stream<String> races = tally.races().stream().map(race -> "RACE");
    return Stream.of(normalisers, madeUp, races)
        .flatMap(names -> names)
        .map(name -> "`" + name + "`")
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }
}
