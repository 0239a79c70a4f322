package dev.broadcasttck.conformance.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.spec.corpus.Corpora;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final long SEED = 52;
  private static final String SCENARIO = "SELF-1/sender-hears-nothing-by-default@2.0.0";
  private static final String TRACE = Traces.FOLDER + SCENARIO + ".jsonl.gz";

  private static Evidence honest;
  private static Evidence echoing;

  @BeforeAll
  static void play() throws InterruptedException {
    honest = Evidence.of(Evidence.profile("SELF-1"), List.of());
    echoing =
        Evidence.of(Evidence.profile("SELF-1"), List.of(Faults.named("ECHO_ALWAYS").orElseThrow()));
  }

  @Test
  void everyVerdictIsDerivedAgainFromTheTracesAlone() throws InterruptedException {
    Inspection.Findings findings = honest.inspect();

    assertThat(findings.proceedings().count(Verdict.PASSED)).isPositive();
    assertThat(findings.derived().underivable()).isEmpty();
    assertThat(findings.derived().verdicts()).isEqualTo(findings.proceedings().results().size());
  }

  @Test
  void whatFailedIsDerivedLikeWhatPassed() throws InterruptedException {
    Inspection.Findings findings = echoing.inspect();

    assertThat(findings.proceedings().count(Verdict.FAILED)).isPositive();
    assertThat(findings.derived().underivable()).isEmpty();
  }

  @Test
  void aFlippedBitIsFoundInEveryByte() throws InterruptedException {
    Evidence small = Evidence.of(Evidence.profile("SMOKE-1"), List.of());
    Random random = new Random(SEED);
    byte[] bytes = small.zip();
    assertThat(small.inspect().derived().verdicts()).isPositive();
    for (int place = 0; place < bytes.length; place++) {
      byte flip = (byte) (1 << random.nextInt(Byte.SIZE));
      bytes[place] ^= flip;

      assertThatThrownBy(() -> small.with(bytes).inspect())
          .as("byte %d", place)
          .isInstanceOf(Refusal.class);
      bytes[place] ^= flip;
    }
  }

  @Test
  void nothingCanBeHiddenBeforeOrBehindTheFiles() {
    byte[] longer = Arrays.copyOf(honest.zip(), honest.zip().length + 1);

    refuses(honest.with(longer), "is not as certify writes it");
    refuses(honest.with(new byte[] {'P', 'K', 3, 4}), "");
    refuses(honest.with("no zip".getBytes(StandardCharsets.UTF_8)), "no zip");
  }

  @Test
  void theSameFilesMakeTheSameBytes() {
    assertThat(honest.forged(TRACE, UnaryOperator.identity()).zip()).isEqualTo(honest.zip());
  }

  @Test
  void aFailureTurnedIntoAPassIsRefusedAlthoughItIsSignedAgain() {
    refuses(
        echoing.forged(Bundler.RESULTS, text -> text.replaceFirst("\"failed\",", "\"passed\",")),
        "the results say passed, and the trace shows failed");
  }

  @Test
  void aDigitOfTheEvidenceCannotBeTurnedEither() {
    refuses(
        honest.forged(Bundler.RESULTS, text -> text.replaceFirst("\"sent\" : 2", "\"sent\" : 200")),
        "the results have the negatives");
  }

  @Test
  void whatIsSaidOfTheWholeHasToFollow() {
    refuses(
        echoing.forged(
            Bundler.RESULTS, text -> text.replaceFirst("\"exitCode\" : 1", "\"exitCode\" : 0")),
        "results.json says what does not follow from its playings");
    refuses(
        echoing.forged(
            Bundler.STANDINGS, text -> text.replace("\"not certified\"", "\"certified\"")),
        "standings.json says what does not follow from its playings");
  }

  @Test
  void aMessageThatNobodyHeardAnyMoreProvesNothing() {
    refuses(
        honest.forged(TRACE, InspectionTest::deaf), SCENARIO + ": the trace is not of this script");
  }

  private static String deaf(String trace) {
    return trace.replaceFirst(
        "\"actor\":\"bob\",\"what\":\"MessageHeard\".*",
        "\"actor\":\"bob\",\"what\":\"Printed\",\"line\":\"\"}");
  }

  @Test
  void aFrameThatHoldsAnotherMessageProvesNothing() {
    refuses(
        honest.forged(
            TRACE,
            trace ->
                trace.replaceFirst(
                    "(\"actor\":\"bob\",\"what\":\"FrameReceived\".*)hello", "$1hullo")),
        "says what nothing on the wire bears out");
  }

  @Test
  void aJoinThatWasNotAskedForProvesNothing() {
    refuses(
        honest.forged(TRACE, trace -> trace.replace("\\\"self\\\":false", "\\\"self\\\":true")),
        "sends what the script does not ask for");
  }

  @Test
  void aTimeThatIsMovedShows() {
    refuses(
        honest.forged(TRACE, trace -> trace.replaceFirst("\n\\{\"at\":\\d+", "\n{\"at\":0")), "");
  }

  @Test
  void nothingCanBeLeftOut() {
    refuses(honest.without(TRACE), "there is no trace of " + SCENARIO);
    refuses(honest.without(Bundler.TARGET), "there is no target.json in it");
  }

  @Test
  void anotherKeyThanTheOneAskedForIsRefused() {
    PublicKeyText other = SigningKey.fresh().open();

    assertThatThrownBy(
            () ->
                new Inspection(Corpora.bundled(), List.of(honest.profile()))
                    .of(honest.zip(), Optional.of(other)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not with " + other.fingerprint());
  }

  private static void refuses(Evidence evidence, String why) {
    assertThatThrownBy(evidence::inspect).isInstanceOf(Refusal.class).hasMessageContaining(why);
  }
}
