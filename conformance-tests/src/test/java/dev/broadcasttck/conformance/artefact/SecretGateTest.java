package dev.broadcasttck.conformance.artefact;

import static dev.broadcasttck.conformance.report.Cases.V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.Records;
import dev.broadcasttck.conformance.report.Cases;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretGateTest {
  private final SecretGate gate = new SecretGate(Records.redaction());

  @TempDir Path folder;

  /** All that a badge tells is how many there are of what, so nothing can get into it. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BADGE")
  void aFormThatHoldsTheCanaryIsNotWritten(Form form) {
    Map<String, String> texts = form.texts(Records.unredacted(leaky()));
    Path file = folder.resolve("artefact");

    assertThat(texts).isNotEmpty();
    texts.forEach(
        (name, text) ->
            assertThatThrownBy(() -> gate.write(file, text))
                .isInstanceOf(LeakedSecret.class)
                .hasMessageContaining("artefact")
                .hasMessageNotContaining(Records.CANARY));
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void aFormOfWhatWasRecordedProperlyHoldsNothingSecret(Form form) {
    Proceedings proceedings = Records.of(leaky());

    form.texts(proceedings)
        .values()
        .forEach(
            text ->
                assertThat(text)
                    .doesNotContain(Records.CANARY, "quoted")
                    .satisfies(it -> gate.write(folder.resolve("artefact"), it)));
  }

  private static Result leaky() {
    return Cases.leaking("SELF-1/x", V1, Verdict.FAILED, Records.CANARY + " and " + Records.KEY);
  }
}
