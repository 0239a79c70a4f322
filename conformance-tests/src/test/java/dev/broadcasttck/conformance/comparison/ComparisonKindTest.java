package dev.broadcasttck.conformance.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.record.RecordedResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ComparisonKindTest {
  @ParameterizedTest
  @CsvSource({
    "passed, failed, REGRESSION",
    "passed, known failing, REGRESSION",
    "unexpected pass, failed, REGRESSION",
    "passed, inconclusive, DOUBT",
    "passed, harness error, DOUBT",
    "failed, passed, FIX",
    "known failing, unexpected pass, FIX",
    "not applicable, passed, FIX",
    "passed, not applicable, OTHER",
    "failed, inconclusive, OTHER",
    "failed, known failing, OTHER"
  })
  void aChangeIsWhatItMeansForTheSubject(String was, String is, Kind kind) {
    assertThat(Kind.of(result(was, ""), result(is, ""))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({"passed, passed", "passed, unexpected pass", "failed, failed"})
  void whatIsTheSameIsNoChange(String was, String is) {
    assertThat(Kind.of(result(was, ""), result(is, ""))).isEmpty();
  }

  @Test
  void failingOtherwiseIsAChange() {
    assertThat(Kind.of(result("failed", "it echoes"), result("failed", "it sings")))
        .contains(Kind.OTHER);
    assertThat(Kind.of(result("failed", "it echoes"), result("failed", ""))).isEmpty();
  }

  private static RecordedResult result(String verdict, String cause) {
    var node = JsonMapper.shared().createObjectNode().put("verdict", verdict);
    return new RecordedResult(cause.isEmpty() ? node : node.put("cause", cause));
  }
}
