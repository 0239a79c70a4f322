package dev.broadcasttck.conformance.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.history.History;
import dev.broadcasttck.conformance.stage.ServerNoise;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.noise.Noise;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames that no server should send, read by all that reads frames. */
class NoiseAtTheDecoderTest {
  private static final int FRAMES_OF_A_TAPE = 200;

  private Tape tape = begun();
  private int messages;
  private int violations;

  @ParameterizedTest
  @EnumSource
  void whateverComesIsReadAsFarAsItCanBe(ProtocolVersion version) {
    Noise noise = ServerNoise.of(version);
    Decoder decoder = new Decoder(version);
    noise.throwAt(
        Noise.AMOUNT / 2,
        bytes -> {
          received(decoder.text(new String(bytes, UTF_8)));
          received(decoder.binary(bytes));
          sent(PushReader.read(bytes));
          assertThat(Anatomy.of(bytes).has("hex")).isTrue();
          judgeFullTape();
        });

    assertThat(messages).as("frames that are messages").isGreaterThan(Noise.AMOUNT / 20);
    assertThat(violations).as("what the laws say to them").isPositive();
  }

  private static Tape begun() {
    Tape tape = new Tape(System::nanoTime);
    tape.append("alice", new SocketOpening("socket-1", "ws://host/websocket?vsn=2.0.0"));
    return tape;
  }

  private void received(Frame frame) {
    tape.append("alice", new FrameReceived("socket-1", frame));
    if (frame.reading() instanceof Reading.Message message) {
      messages++;
      UserBroadcast.in(message.envelope()).ifPresent(it -> Json.write(it.toPayload()));
    }
  }

  private void sent(Frame frame) {
    tape.append("alice", new FrameSent("socket-1", frame));
  }

  private void judgeFullTape() {
    if (tape.entries().size() > FRAMES_OF_A_TAPE) {
      violations += History.violations(tape.entries()).size();
      tape = begun();
    }
  }
}
