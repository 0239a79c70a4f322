package dev.broadcasttck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.conformance.verdict.Grade;
import dev.broadcasttck.conformance.verdict.Negative;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NegativesTest {
  @Test
  void theLineGivesForEachGradeTheMedianOfWhatItCost() {
    assertThat(
            inWords(
                negative(Grade.A, 1),
                negative(Grade.A, 9),
                negative(Grade.A, 2),
                negative(Grade.B, 512),
                negative(Grade.D, 0)))
        .isEqualTo(
            "negatives: 5 graded, A 60 %, B 20 %, C 0 %, D 20 %, controls 100 %;"
                + " an A took 2.0 ms, a B took 512.0 ms");
  }

  @Test
  void whereNothingWasGradedNothingHasACost() {
    assertThat(inWords())
        .isEqualTo("negatives: 0 graded, A 0 %, B 0 %, C 0 %, D 0 %, controls 100 %");
  }

  private static String inWords(Negative... negatives) {
    Result played = Cases.result("SELF-1/x", Cases.V1, Verdict.PASSED);
    Result graded =
        new Result(
            played.scenario(),
            played.variant(),
            played.level(),
            played.verdict(),
            played.duration(),
            played.findings(),
            played.evidence(),
            Stream.of(negatives).toList(),
            played.tape());
    return new Negatives(new Outcome(List.of(graded), Duration.ofSeconds(1))).inWords();
  }

  private static Negative negative(Grade grade, int millis) {
    return new Negative(
        Cases.scenario("SELF-1/x").location(),
        Barrier.WINDOW,
        grade,
        "",
        1,
        Duration.ZERO,
        Duration.ofMillis(millis),
        Duration.ZERO);
  }
}
