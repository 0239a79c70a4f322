package dev.broadcasttck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.report.Cases;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final Weather FIRST = Weather.ALL.get(0);
  private static final Weather DELAYED = Weather.ALL.get(1);

  @Test
  void whatAlwaysComesToTheSameIsStable() throws InterruptedException {
    Register register = play(4, attempt -> Verdict.PASSED);

    assertThat(register.unstable()).isEmpty();
    assertThat(register.exitCode()).isEqualTo(ExitCode.CONFORMANT);
  }

  @Test
  void whatAlwaysFailsIsStableAndFails() throws InterruptedException {
    Register register = play(4, attempt -> Verdict.FAILED);

    assertThat(register.unstable()).isEmpty();
    assertThat(register.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void aVerdictThatChangesIsToldWithItsRunAndItsReason() throws InterruptedException {
    Register register = play(5, attempt -> attempt.number() == 3 ? Verdict.FAILED : Verdict.PASSED);

    assertThat(register.unstable()).hasSize(1);
    assertThat(register.unstable().get(0).lines().get(0))
        .isEqualTo(
            "unstable: SELF-1/a@1.0.0: passed 4 of 5, failed 1 (run 3: %s, seed 44)"
                .formatted(Weather.ALL.get(2)));
    assertThat(register.unstable().get(0).lines().get(1))
        .contains("expected nothing is heard, but heard the own broadcast");
    assertThat(register.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void aChangeBetweenPassedAndInconclusiveIsOneToo() throws InterruptedException {
    Register register =
        play(2, attempt -> attempt.number() == 1 ? Verdict.INCONCLUSIVE : Verdict.PASSED);

    assertThat(register.unstable()).hasSize(1);
    assertThat(register.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void aHarnessErrorIsWorseThanAnything() throws InterruptedException {
    Register register =
        play(2, attempt -> attempt.number() == 1 ? Verdict.HARNESS_ERROR : Verdict.FAILED);

    assertThat(register.exitCode()).isEqualTo(ExitCode.HARNESS_ERROR);
  }

  @Test
  void asOneRunWhatChangedHasFailedForThat() throws InterruptedException {
    Register register =
        play(3, attempt -> attempt.number() == 2 ? Verdict.INCONCLUSIVE : Verdict.PASSED);

    Result result = register.outcome().results().get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).actual())
        .isEqualTo("passed 2 of 3, inconclusive 1 (run 2: %s, seed 43)".formatted(DELAYED));
    assertThat(register.outcome().exitCode()).isEqualTo(register.exitCode());
    assertThat(register.outcome().took()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void asOneRunWhatIsSteadyIsAsItCame() throws InterruptedException {
    Register register = play(3, attempt -> Verdict.PASSED);

    assertThat(register.outcome().results())
        .singleElement()
        .returns(Verdict.PASSED, Result::verdict)
        .returns(List.of(), Result::findings);
  }

  @Test
  void everyWeatherHasItsTurnAndEverySeedIsAnother() {
    List<Attempt> attempts = Attempt.all(9, 42, Weather.ALL);

    assertThat(attempts.stream().map(Attempt::weather).distinct())
        .containsExactlyElementsOf(Weather.ALL);
    assertThat(attempts.get(7).weather()).isEqualTo(FIRST);
    assertThat(attempts.stream().map(Attempt::seed)).doesNotHaveDuplicates();
  }

  @Test
  void anOrderIsTheSeedsOwn() {
    List<Integer> items = IntStream.range(0, 50).boxed().toList();
    Attempt attempt = new Attempt(1, FIRST, 42);

    assertThat(attempt.shuffled(items))
        .isEqualTo(new Attempt(8, FIRST, 42).shuffled(items))
        .isNotEqualTo(items)
        .isNotEqualTo(new Attempt(1, FIRST, 43).shuffled(items))
        .containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void attemptsInOneWeatherNeverMeetThoseInAnother() throws InterruptedException {
    Set<Attempt> going = ConcurrentHashMap.newKeySet();
    Set<List<Weather>> met = ConcurrentHashMap.newKeySet();

    play(
        21,
        attempt -> {
          going.add(attempt);
          going.forEach(other -> met.add(List.of(attempt.weather(), other.weather())));
          going.remove(attempt);
          return Verdict.PASSED;
        });

    assertThat(met).allMatch(pair -> pair.get(0).equals(pair.get(1)));
  }

  @Test
  void loadIsTakenAwayAgain() {
    try (CpuLoad load = CpuLoad.onCores(2)) {
      load.begin();
      assertThat(spinning()).isEqualTo(2);
    }
    Awaitility.await().until(() -> spinning() == 0);
  }

  private static long spinning() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("tck-load"))
        .count();
  }

  private static Register play(int runs, Function<Attempt, Verdict> verdicts)
      throws InterruptedException {
    Register register = new Register();
    new Verification(2)
        .play(
            Attempt.all(runs, 42, Weather.ALL),
            attempt -> outcome(verdicts.apply(attempt)),
            register::enter);
    return register;
  }

  private static Outcome outcome(Verdict verdict) {
    Result result = Cases.result("SELF-1/a", Cases.V1, verdict);
    return new Outcome(List.of(result), Duration.ofSeconds(1), Duration.ZERO);
  }
}
