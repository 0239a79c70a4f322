package dev.broadcasttck.conformance.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.stage.ServerNoise;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.UncaughtSaid;
import dev.broadcasttck.noise.Noise;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames that no server should send, at the client that plays the scenarios. */
class NoiseAtClientsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int FRAMES_OF_A_CLIENT = 1000;

  @ParameterizedTest
  @EnumSource
  void aClientGoesOnWhateverItHears(ProtocolVersion version) throws InterruptedException {
    Noise noise = ServerNoise.of(version);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    for (int frames = 0; frames < Noise.AMOUNT / 2; frames += FRAMES_OF_A_CLIENT) {
      goesOn(version, noise);
    }
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .as("threads that are left")
                    .filteredOn(thread -> !before.contains(thread))
                    .extracting(Thread::getName)
                    .doesNotContain("tck-wire", "tck-scripted-client"));
  }

  private static void goesOn(ProtocolVersion version, Noise noise) throws InterruptedException {
    try (Bench bench = new Bench(Set.of(), PATIENCE).speaking(version, Encoding.TEXT)) {
      DriverChannel channel = bench.client().channel("a", "room", Bench.SELF);
      channel.on("l", "*");
      channel.subscribe();
      Peer peer = bench.accept();
      bench.next(peer);
      noise.throwAt(FRAMES_OF_A_CLIENT, bytes -> send(peer, noise, bytes));
      peer.sendHex("ff");
      bench.happened(
          "the last frame is read",
          what -> what instanceof FrameReceived it && it.frame().content().equals("ff"));

      assertThat(bench.all(UncaughtSaid.class)).as(Noise.again()).isEmpty();
      assertThat(bench.all(SocketLost.class)).as(Noise.again()).isEmpty();
      assertThat(bench.all(FrameReceived.class)).hasSize(FRAMES_OF_A_CLIENT + 1);
      assertThat(bench.all(MessageHeard.class)).hasSizeLessThan(FRAMES_OF_A_CLIENT);
    }
  }

  private static void send(Peer peer, Noise noise, byte[] bytes) {
    if (noise.number(2) == 0) {
      peer.send(new String(bytes, UTF_8));
    } else {
      peer.sendHex(HexFormat.of().formatHex(bytes));
    }
  }
}
