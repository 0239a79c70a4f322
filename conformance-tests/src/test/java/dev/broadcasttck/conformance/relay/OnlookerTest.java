package dev.broadcasttck.conformance.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.TapeEar;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What is read along is what the client itself wrote down: both are held against each other. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnlookerTest {
  private static final Duration MUST_COME = Duration.ofSeconds(5);

  private final Tape seen = new Tape(System::nanoTime);
  private final Tape written = new Tape(System::nanoTime);

  @ParameterizedTest
  @CsvSource({"V1,TEXT", "V2,TEXT", "V2,BINARY"})
  void framesRequestsAndEndsAreTold(ProtocolVersion vsn, Encoding encoding) throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().start();
        Transport transport = Transport.open(TransportOptions.PLAIN);
        ScriptedDriver scripted = new ScriptedDriver(transport)) {
      Endpoint endpoint =
          new Endpoint(mock.socketUrl(), mock.broadcastUrl(), new Secret(mock.anonKey()), Map.of());
      RelayedDriver relayed =
          new RelayedDriver(new Tapped(scripted, written), TransportOptions.PLAIN);
      try (DriverClient client =
          relayed.client(
              new ClientOptions(endpoint, vsn, encoding, MUST_COME),
              happening -> seen.append("alice", happening),
              new TapeEar(seen, "alice"))) {
        converse(client);
      }
      assertThat(frames(seen)).isEqualTo(frames(written)).hasSizeGreaterThanOrEqualTo(5);
      assertThat(kinds(seen)).containsExactlyInAnyOrderElementsOf(kinds(written));
      assertThat(seen.entries().toString()).doesNotContain(mock.anonKey()).doesNotContain("Noise");
    }
  }

  private void converse(DriverClient client) throws InterruptedException {
    DriverChannel channel = client.channel("c", "room-1", new ChannelOptions(true, true, false));
    channel.httpSend("rest", "early", JsonMapper.shared().createObjectNode());
    awaits(it -> it instanceof Happening.ResponseReceived);
    channel.on("listener", "*");
    channel.subscribe();
    awaits(it -> it instanceof Happening.StatusSaid);
    channel.send("socket", "é-event", JsonMapper.shared().createObjectNode().put("n", 1));
    awaits(it -> it instanceof Happening.SendSettled s && s.send().equals("socket"));
    client.disconnect();
    awaits(it -> it instanceof Happening.SocketClosed);
  }

  private void awaits(Predicate<Happening> question) throws InterruptedException {
    awaits(seen, question);
    if (seen.entries().stream()
        .anyMatch(it -> it.what() instanceof Happening.Wire && question.test(it.what()))) {
      awaits(written, question);
    }
  }

  private static void awaits(Tape tape, Predicate<Happening> question) throws InterruptedException {
    assertThat(
            tape.await(
                entries ->
                    entries.stream().filter(entry -> question.test(entry.what())).findFirst(),
                MUST_COME))
        .as("on the tape %s", tape.entries())
        .isPresent();
  }

  private static List<String> frames(Tape tape) {
    return wire(tape)
        .flatMap(
            what -> {
              Optional<Frame> frame = Optional.empty();
              if (what instanceof Happening.FrameSent sent) {
                frame = Optional.of(sent.frame());
              } else if (what instanceof Happening.FrameReceived received) {
                frame = Optional.of(received.frame());
              }
              return frame.map(it -> it.content() + " " + it.reading()).stream();
            })
        .toList();
  }

  private static List<String> kinds(Tape tape) {
    return wire(tape).map(what -> what.getClass().getSimpleName()).toList();
  }

  private static Stream<Happening> wire(Tape tape) {
    return tape.entries().stream()
        .map(entry -> entry.what())
        .filter(Happening.Wire.class::isInstance);
  }
}
