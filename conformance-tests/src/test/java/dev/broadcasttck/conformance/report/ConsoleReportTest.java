package dev.broadcasttck.conformance.report;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static dev.broadcasttck.conformance.report.Cases.V2_BINARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReportTest {
  private static final String KEY = "eyJhbGciOi.eyJyb2xlIjoi.c2lnbmF0dXJl";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void aFailureExplainsItselfAndSaysHowToSeeItAgain() {
    report(Screen.Traits.PLAIN, failed());

    assertThat(written())
        .contains(
            """
            ✗ SELF-1/sender-hears-nothing@2.0.0+binary: failed (MUST)
              rule      SELF-1 MUST: A channel does not get its own broadcasts back.
              source    Supabase docs, Realtime broadcast guide, Self-send
              expected  nothing is heard
              actual    heard the own broadcast
              at        spec/scenarios/behaviour/self.yaml:14
              evidence  bob heard it once
                 1.0 ms  alice  ▶ {"topic":"realtime:room","event":"phx_join"}
              again     ./tck run --only 'SELF-1/sender-hears-nothing@2.0.0+binary'
            """);
  }

  @Test
  void theEndIsATableByChapterAndOneLineThatSumsUp() {
    report(Screen.Traits.PLAIN, failed(), passed(2)[0], passed(2)[1]);

    assertThat(written())
        .endsWith(
            """

            chapter          level     passed  failed
            Self echo        MUST           ·       1
            Acknowledgement  MUST           2       ·

              failed    SELF-1/sender-hears-nothing@2.0.0+binary
            2 passed, 1 failed in 1.2 s: not conformant
            """);
  }

  @Test
  void theEndOfALogNamesTheFirstTenOfWhatIsNotWell() {
    report(
        Screen.Traits.PLAIN,
        IntStream.rangeClosed(1, 12)
            .mapToObj(number -> Cases.result("SELF-1/x-" + number, V1, Verdict.INCONCLUSIVE))
            .toArray(Result[]::new));

    assertThat(written().lines().skip(written().lines().count() - 4).collect(Collectors.joining()))
        .contains("  inconclusive SELF-1/x-1@1.0.0,", "SELF-1/x-10@1.0.0, and 2 more")
        .doesNotContain("x-11");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100})
  void noLineIsWiderThanTheTerminalButTheOneToCopy(int width) {
    Result wordy =
        Cases.result(
            Cases.scenario("SELF-1/sender-hears-nothing"),
            V1,
            Verdict.FAILED,
            "many words ".repeat(30),
            "x".repeat(20) + " and more ".repeat(30));
    report(new Screen.Traits(width, false, false), wordy);

    assertThat(written().lines().filter(line -> !line.startsWith("  again")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
  }

  @Test
  void aTerminalSeesTheProgressInOneLineThatIsWipedBeforeOthers() {
    report(new Screen.Traits(60, true, false), passed(), failed());

    assertThat(written())
        .contains("\r██████████░░░░░░░░░░ 1/2 · 1 passed")
        .doesNotContain("\u001b");
    assertThat(onScreen()).startsWith("\n✗ SELF-1").doesNotContain("1/2");
  }

  @Test
  void aLogHasNeitherCarriageReturnsNorColours() {
    report(Screen.Traits.PLAIN, passed(), failed());
    assertThat(written()).doesNotContain("\r", "\u001b", "1/2");
  }

  @Test
  void aLogHearsOfTheProgressOfALongRunNowAndThen() {
    report(Screen.Traits.PLAIN, passed(40));
    assertThat(written().lines())
        .startsWith("10/40 · 10 passed", "20/40 · 20 passed", "30/40 · 30 passed", "");
  }

  @Test
  void aGreenRunIsShortInALog() {
    report(Screen.Traits.PLAIN, passed(300));

    assertThat(written().lines().count()).isLessThan(60);
  }

  @Test
  void aVerdictThatChangesAfterItWasShownIsShownAgain() {
    ConsoleReport console = console(Screen.Traits.PLAIN, Redaction.NONE);
    console.began(1);
    console.finished(passed());
    Result changed = Cases.result("ACK-1/answered-1", V1, Verdict.INCONCLUSIVE);
    console.ended(new Outcome(List.of(changed), Duration.ofMillis(5)));

    assertThat(written()).contains("✗ ACK-1/answered-1@1.0.0: inconclusive").contains("0.0 s");
  }

  @Test
  void nothingPlayedIsInconclusive() {
    report(Screen.Traits.PLAIN);
    assertThat(written()).endsWith("nothing was played in 1.2 s: inconclusive\n");
  }

  @Test
  void aSecretIsTakenOutAlsoWhereALineIsCutInTheMiddleOfIt() {
    for (int width = 40; width < 120; width++) {
      ConsoleReport console =
          console(new Screen.Traits(width, true, true), new Redaction(List.of(new Secret(KEY))));
      Result leaky =
          new Result(
              Cases.scenario("SELF-1/x"),
              V1,
              failed().level(),
              Verdict.FAILED,
              Duration.ZERO,
              failed().findings(),
              List.of("the key was " + KEY),
              List.of(),
              List.of(Cases.sent("{\"access_token\":\"" + KEY + "\"}")));
      play(console, leaky);
    }
    assertThat(written()).contains("[secret]").doesNotContain(KEY.substring(0, 6));
  }

  @Test
  void theEnvironmentDecidesWhatAScreenCanShow() {
    assertThat(Screen.Traits.of(true, 60, Map.of())).isEqualTo(new Screen.Traits(60, true, true));
    assertThat(Screen.Traits.of(true, 60, Map.of("NO_COLOR", "1")))
        .isEqualTo(new Screen.Traits(60, true, false));
    assertThat(Screen.Traits.of(true, 0, Map.of("NO_COLOR", "")))
        .isEqualTo(new Screen.Traits(100, true, true));
    assertThat(
            Stream.of(
                Screen.Traits.of(true, 60, Map.of("CI", "true")),
                Screen.Traits.of(true, 60, Map.of("TERM", "dumb")),
                Screen.Traits.of(false, 60, Map.of())))
        .containsOnly(Screen.Traits.PLAIN);
  }

  private static Result[] passed(int howMany) {
    return IntStream.rangeClosed(1, howMany)
        .mapToObj(number -> Cases.result("ACK-1/answered-" + number, V1, Verdict.PASSED))
        .toArray(Result[]::new);
  }

  private static Result passed() {
    return passed(1)[0];
  }

  private static Result failed() {
    return Cases.result("SELF-1/sender-hears-nothing", V2_BINARY, Verdict.FAILED);
  }

  private void report(Screen.Traits traits, Result... results) {
    play(console(traits, Redaction.NONE), results);
  }

  private ConsoleReport console(Screen.Traits traits, Redaction redaction) {
    PrintWriter out = new PrintWriter(bytes, true, StandardCharsets.UTF_8);
    return new ConsoleReport(new Screen(out, traits, redaction), Cases.RULES, "./tck run");
  }

  private static void play(ConsoleReport console, Result... results) {
    console.began(results.length);
    for (Result result : results) {
      console.finished(result);
    }
    console.ended(new Outcome(List.of(results), Duration.ofMillis(1_234)));
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What is left to see after carriage returns have done their work. */
  private String onScreen() {
    return Stream.of(written().split("\n", -1))
        .map(line -> line.substring(line.lastIndexOf('\r') + 1))
        .collect(Collectors.joining("\n"));
  }
}
