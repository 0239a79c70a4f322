package dev.broadcasttck.conformance.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.spec.source.InvalidSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {
  private static final String RIGHT =
      """
      entries:
        - pattern: SELF-1
          kind: known-failing
          reason: it echoes
          owner: somebody
          expires: 2027-01-31
      """;

  @Test
  void whatIsRightIsRead() {
    assertThat(BaselineFile.of("b.yaml", RIGHT).entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.pattern().written()).isEqualTo("SELF-1");
              assertThat(entry.kind()).isEqualTo(Kind.KNOWN_FAILING);
              assertThat(entry.expires()).hasToString("2027-01-31");
              assertThat(entry.location()).hasToString("b.yaml:2");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reason: | reasn: | b.yaml:4: `reasn` is not known here, did you mean `reason`?
          known-failing | known-failling | b.yaml:3: `known-failling` is not known here, did you mean `known-failing`?
          2027-01-31 | 2027-02-31 | b.yaml:6: `2027-02-31` is no day of the calendar
          2027-01-31 | soon | b.yaml:6: `soon` is not right here: The last day on which the entry counts, such as 2027-01-31.
          entries: | entrys: | b.yaml:1: `entrys` is not known here, did you mean `entries`?
          owner: somebody | owner: | b.yaml:5: must be string, not empty
          """)
  void aTypoIsToldByItsLine(String right, String wrong, String sentence) {
    assertThatThrownBy(() -> BaselineFile.of("b.yaml", RIGHT.replace(right, wrong)))
        .isInstanceOf(InvalidSource.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    String wrong = RIGHT.replace("reason:", "reasn:").replace("owner:", "owns:");

    assertThatThrownBy(() -> BaselineFile.of("b.yaml", wrong))
        .hasMessageContainingAll("`reasn`", "`owns`", "`reason` is missing", "`owner` is missing");
  }

  @Test
  void aPatternStandsOnce() {
    assertThatThrownBy(() -> BaselineFile.of("b.yaml", RIGHT + RIGHT.replace("entries:\n", "")))
        .hasMessage("b.yaml:7: `SELF-1` is here twice, first in line 2");
  }

  @Test
  void anEmptyFileIsToldHowToFillIt() {
    assertThatThrownBy(() -> BaselineFile.of("b.yaml", ""))
        .hasMessage("b.yaml:1: the file is empty; ./tck baseline update writes a baseline");
  }

  @Test
  void aBaselineMayHoldNothing() {
    assertThat(BaselineFile.of("b.yaml", "entries: []\n").entries()).isEmpty();
  }
}
