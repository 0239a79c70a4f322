package dev.broadcasttck.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Api;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Limits;
import dev.broadcasttck.mock.session.Admission;
import dev.broadcasttck.mock.session.Admission.Decision;
import dev.broadcasttck.mock.session.EncodingLine;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.LineBefore;
import dev.broadcasttck.mock.session.Transcript;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.time.Timeline;
import dev.broadcasttck.mock.time.Timers;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The points at which none of the catalogue's faults disturbs yet. */
class FaultTest {
  private final Timers timers = new Timeline(new MovableClock(Clock.systemUTC()), delay -> {});
  private final Transcript transcript = new Transcript();
  private final List<Frame> sent = transcript.frames();
  private final Line line = new EncodingLine(ProtocolVersion.V1, transcript);

  @Test
  void aPushAboutAChannelCanBeSwallowed() {
    Fault silent =
        fault(
            new Disturbance() {
              @Override
              public Course<ServerMessage> pushing(ServerMessage message) {
                return Course.nothing();
              }
            });
    silent
        .disturb(line, timers)
        .push(new ServerMessage(Json.NULL, Json.NULL, Json.NULL, "phx_close", Json.object()));
    assertThat(sent).isEmpty();
    assertThat(silent.activations()).isEqualTo(1);
  }

  @Test
  void whatGoesOutOtherwiseIsCountedBeforeAnybodyCanSeeIt() {
    Fault shouting =
        fault(
            new Disturbance() {
              @Override
              public Course<ServerMessage> pushing(ServerMessage message) {
                return Course.of(
                    new ServerMessage(
                        Json.NULL, Json.NULL, Json.NULL, "PHX_CLOSE", message.payload()));
              }
            });
    List<Long> seen = new ArrayList<>();
    shouting
        .disturb(new Watched(line, () -> seen.add(shouting.activations())), timers)
        .push(new ServerMessage(Json.NULL, Json.NULL, Json.NULL, "phx_close", Json.object()));
    assertThat(seen).containsExactly(1L);
  }

  /** A line on which somebody looks as soon as something is pushed. */
  private record Watched(Line line, Runnable look) implements LineBefore {
    @Override
    public void push(ServerMessage message) {
      look.run();
    }
  }

  @Test
  void aJoinCanBeRefused() {
    Fault strict =
        fault(
            new Disturbance() {
              @Override
              public Decision admitting(String topic, Limits limits, Decision decision) {
                return new Decision.Refused("no");
              }
            });
    Admission admission =
        strict.disturb((Admission) (t, p) -> new Decision.Refused("yes"), Limits.NONE);
    assertThat(admission.decide("realtime:room", Json.object()))
        .isEqualTo(new Decision.Refused("no"));
    assertThat(strict.activations()).isEqualTo(1);
  }

  @Test
  void anAnswerCanBeAnother() {
    Fault polite =
        fault(
            new Disturbance() {
              @Override
              public Answer answering(Request request, Answer answer) {
                return answer.status() == 202 ? Answer.empty(200) : answer;
              }
            });
    var request = new Request("POST", "/", Map.of(), Map.of(), Bytes.utf8(""));
    assertThat(polite.disturb((Api) r -> Answer.empty(202)).answer(request).status())
        .isEqualTo(200);
    assertThat(polite.disturb((Api) r -> Answer.empty(401)).answer(request).status())
        .isEqualTo(401);
    assertThat(polite.activations()).isEqualTo(1);
  }

  @Test
  void whatIsLeftAloneIsTheSameAndNotCounted() {
    Fault none = fault(new Disturbance() {});
    var delivery = new Delivery(broadcast());
    none.disturb(line, timers).deliver(delivery);
    assertThat(sent).containsExactly(delivery.frame(ProtocolVersion.V1).orElseThrow());
    assertThat(none.activations()).isZero();
  }

  private static Fault fault(Disturbance disturbance) {
    return new Fault("TEST", Set.of("SELF-1"), disturbance);
  }

  private static Broadcast broadcast() {
    return new Broadcast("realtime:room", new Payload.Text(JsonText.of(Json.object())));
  }
}
