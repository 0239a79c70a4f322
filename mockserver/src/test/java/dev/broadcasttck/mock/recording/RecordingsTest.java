package dev.broadcasttck.mock.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.mock.recording.Event.Closed;
import dev.broadcasttck.mock.recording.Event.Receive;
import dev.broadcasttck.mock.recording.Event.Response;
import dev.broadcasttck.mock.recording.Event.Send;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordingsTest {
  private static final long AT_PING = 2748;

  @Test
  void areFoundInTheirFolder() {
    assertThat(Recordings.all())
        .extracting(Recording::name)
        .hasSize(63)
        .contains("01_join_default_vsn1", "10_v2_binary", "11_rest_ok");
  }

  @Test
  void keepTheOrderOfTheServersRowsOnAConnection() {
    Recording recording = Recordings.named("03_broadcast_self_false_ack_false");

    assertThat(recording.connections()).containsExactly("A", "B");
    assertThat(recording.answers("B"))
        .extracting(Row::line)
        .as("upgrade, join reply, broadcast, end")
        .containsExactly(4, 7, 10, 14);
  }

  @Test
  void haveWhatTheirStageScriptAddsBeforeTheAnswerToIt() {
    List<Row> rows = Recordings.named("05_heartbeat").rows();

    int ping = rows.indexOf(new Row(15, AT_PING, "A", new Send(new Frame(Frame.Kind.PING, "hi"))));
    assertThat(rows.get(ping + 1))
        .isEqualTo(new Row(15, AT_PING, "A", new Receive(new Frame(Frame.Kind.PONG, "hi"))));
  }

  @Test
  void doNotLetARefusedSocketEnd() {
    Recording recording = Recordings.named("01_vsn_bad");

    assertThat(recording.answers("A3.0.0"))
        .singleElement()
        .satisfies(row -> assertThat(((Response) row.event()).status()).isEqualTo(403));
    assertThat(recording.last("A2.0.1").event()).isEqualTo(new Closed(1000, ""));
  }

  @Test
  void refuseAStageScriptThatHoldsAnAnswer() {
    var answer =
        new JsonMapper()
            .readTree(
                "{\"before\":1,\"conn\":\"A\",\"dir\":\"in\",\"type\":\"pong\",\"data\":\"\"}");

    assertThatThrownBy(() -> new StageScript(List.of(answer)).into(List.of()))
        .hasMessageContaining("client's acts only");
  }

  @Test
  void refuseWhatNobodyCanPlay() {
    var unknown = new JsonMapper().readTree("{\"conn\":\"A\",\"dir\":\"sideways\"}");

    assertThatThrownBy(() -> RowReader.read(unknown))
        .hasMessageContaining("nobody can play this yet");
  }

  @Test
  void goOnWhereAFrameWasCut() {
    Row row = Recordings.named("09_oversize_payload_noack").rows().get(8);

    assertThat(((Send) row.event()).frame().content())
        .hasSize(3_100_135)
        .endsWith("xxx\"}},\"ref\":\"2\",\"join_ref\":\"1\"}");
  }
}
