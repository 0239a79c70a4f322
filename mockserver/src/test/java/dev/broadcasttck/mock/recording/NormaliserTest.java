package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.recording.Event.Receive;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormaliserTest {
  private final Tally tally = new Tally();

  @Test
  void excusesOnlyWhatHasTheRightShapeInTheRightPlace() {
    String date = "Mon, 23 Nov 2026 15:37:23 GMT";

    assertThat(excused("header date", date, "Tue, 24 Nov 2026 01:02:03 GMT")).isTrue();
    assertThat(excused("header date", date, "yesterday")).isFalse();
    assertThat(excused("header date", date, Show.ABSENT)).isFalse();
    assertThat(excused("header expires", date, "Tue, 24 Nov 2026 01:02:03 GMT")).isFalse();
    assertThat(excused("header x-rate-rolling", "1", "0")).isTrue();
    assertThat(excused("header x-rate-limit", "100", "99")).isFalse();
  }

  @Test
  void excusesNoAnswerToTheKeyButTheRightOne() {
    String where = "header sec-websocket-accept";
    String recorded = "eqm0dIbozpVWEENTmacTjEw48h4=";

    assertThat(excused(where, recorded, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")).isTrue();
    assertThat(excused(where, recorded, "LrXt+oEu+R2dSHbAoidLa9qvqDw=")).isFalse();
  }

  @Test
  void comparesJsonByValueAndNamesWhatItOverlooked() {
    assertThat(unexcused("{\"a\":1,\"b\":1e3}", "{\"b\":1.0e3,\"a\":1}")).isEmpty();
    assertThat(tally.uses())
        .containsEntry(Normaliser.KEY_ORDER, 1)
        .containsEntry(Normaliser.NUMBER_SPELLING, 1)
        .hasSize(2);
  }

  @Test
  void seesEveryOtherDifferenceWithinJson() {
    assertThat(unexcused("{\"a\":[1,{\"b\":null}]}", "{\"a\":[1,{\"b\":0}]}"))
        .containsExactly(new Difference("/a/1/b", "null", "0"));
    assertThat(unexcused("[1]", "[1,2]")).containsExactly(new Difference("/1", "(absent)", "2"));
    assertThat(unexcused("{\"a\":null}", "{}"))
        .containsExactly(new Difference("/a", "null", "(absent)"));
    assertThat(unexcused("[12345678901234567890123]", "[12345678901234567890124]")).hasSize(1);
    assertThat(unexcused("[1]", "[ 1]"))
        .extracting(Difference::where)
        .containsExactly("spelling of the JSON");
  }

  @Test
  void comparesWhatIsNoJsonToTheLetter() {
    assertThat(unexcused("{\"payload\":{not json}", "{\"payload\":{not  json}"))
        .extracting(Difference::where)
        .containsExactly("content");
  }

  private boolean excused(String where, String recorded, String received) {
    return tally.excuses(new Difference(where, recorded, received));
  }

  private List<Difference> unexcused(String recorded, String received) {
    return Differences.between(text(recorded), text(received)).stream()
        .filter(difference -> !tally.excuses(difference))
        .toList();
  }

  private static Receive text(String content) {
    return new Receive(new Frame(Frame.Kind.TEXT, content));
  }
}
