package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.probe.Addresses;
import dev.broadcasttck.conformance.probe.EndpointProbe;
import dev.broadcasttck.conformance.probe.Standing;
import dev.broadcasttck.conformance.stage.TapeEar;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The scripted client and the mock, which share no code of the protocol, understand each other. */
class AgainstTheMockTest {
  private static final Duration MUST_COME = Duration.ofSeconds(5);
  private static final JsonNode PAYLOAD = Json.object().put("text", "grüße 😀");
  private final BroadcastMock mock = BroadcastMock.builder().start();
  private final Transport transport = Transport.open(TransportOptions.PLAIN);
  private final ScriptedDriver driver = new ScriptedDriver(transport);
  private final Tape tape = new Tape(System::nanoTime);

  @AfterEach
  void close() {
    driver.close();
    transport.close();
    mock.close();
  }

  static Stream<Variant> variants() {
    return Stream.of(
        new Variant(ProtocolVersion.V1, Encoding.TEXT),
        new Variant(ProtocolVersion.V2, Encoding.TEXT),
        new Variant(ProtocolVersion.V2, Encoding.BINARY));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aBroadcastReachesEveryFramingAndItsSenderNotByDefault(Variant variant) throws Exception {
    DriverChannel alice = joined("alice", variant, new ChannelOptions(false, true, false));
    joined("v1", new Variant(ProtocolVersion.V1, Encoding.TEXT), plain());
    joined("v2", new Variant(ProtocolVersion.V2, Encoding.TEXT), plain());

    alice.send("s", "Test", PAYLOAD);

    await(new Happening.SendSettled("s", "ok"));
    await(new Happening.MessageHeard("v1", "l", "Test", PAYLOAD));
    await(new Happening.MessageHeard("v2", "l", "Test", PAYLOAD));
    assertThat(heardBy("alice")).isEmpty();
    assertNothingUnreadable();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void withSelfAndAckTheOwnCopyComesBeforeTheReply(Variant variant) throws Exception {
    DriverChannel alice = joined("alice", variant, new ChannelOptions(true, true, false));

    alice.send("s", "Test", PAYLOAD);

    int settled = await(new Happening.SendSettled("s", "ok"));
    assertThat(await(new Happening.MessageHeard("alice", "l", "Test", PAYLOAD)))
        .isLessThan(settled);
    assertThat(heardBy("alice")).hasSize(1);
    assertNothingUnreadable();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void restReachesMembersWithoutASocketOfTheSender(Variant variant) throws Exception {
    joined("bob", variant, plain());
    DriverChannel alice = client("alice", variant).channel("alice", "room", plain());

    alice.send("s", "Test", PAYLOAD);
    alice.remove();

    await(new Happening.SendSettled("s", "ok"));
    await(new Happening.MessageHeard("bob", "l", "Test", PAYLOAD));
    assertThat(tape.entries())
        .filteredOn(entry -> entry.actor().equals("alice"))
        .noneMatch(entry -> entry.what() instanceof Happening.SocketOpening);
    assertNothingUnreadable();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aRemovedChannelClosesItsSocket(Variant variant) throws Exception {
    DriverChannel alice = joined("alice", variant, plain());

    alice.remove();

    await(new Happening.StatusSaid("alice", "CLOSED"));
    await(new Happening.SocketClosed("socket-1", 1000, ""));
  }

  @Test
  void theProbeTellsTheMockFromAMockThatRefusesTheKey() throws Exception {
    EndpointProbe probe = new EndpointProbe(transport);
    Addresses addresses = Addresses.of(mock.url().toString());

    for (ProtocolVersion vsn : ProtocolVersion.values()) {
      assertThat(probe.probe(endpoint(), vsn)).isInstanceOf(Standing.Speaks.class);
    }
    assertThat(probe.probe(addresses.endpoint(new Secret("wrong"), Map.of()), ProtocolVersion.V1))
        .isInstanceOf(Standing.KeyRefused.class);
  }

  private DriverChannel joined(String name, Variant variant, ChannelOptions options)
      throws InterruptedException {
    DriverChannel channel = client(name, variant).channel(name, "room", options);
    channel.on("l", "test");
    channel.subscribe();
    await(new Happening.StatusSaid(name, "SUBSCRIBED"));
    return channel;
  }

  private DriverClient client(String name, Variant variant) {
    return driver.client(
        new ClientOptions(endpoint(), variant.vsn(), variant.encoding(), MUST_COME),
        what -> tape.append(name, what),
        new TapeEar(tape, name));
  }

  private Endpoint endpoint() {
    return Addresses.of(mock.url().toString()).endpoint(new Secret(mock.anonKey()), Map.of());
  }

  private static ChannelOptions plain() {
    return new ChannelOptions(false, false, false);
  }

  private int await(Happening what) throws InterruptedException {
    Optional<Integer> place =
        tape.await(
            entries ->
                entries.stream()
                    .filter(entry -> entry.what().equals(what))
                    .map(Entry::number)
                    .findFirst(),
            MUST_COME);
    assertThat(place).as("%s on %s", what, tape.entries()).isPresent();
    return place.orElseThrow();
  }

  private List<Happening> heardBy(String actor) {
    return tape.entries().stream()
        .filter(entry -> entry.actor().equals(actor))
        .map(Entry::what)
        .filter(Happening.MessageHeard.class::isInstance)
        .toList();
  }

  private void assertNothingUnreadable() {
    assertThat(tape.entries().toString()).doesNotContain("Noise").doesNotContain("UncaughtSaid");
  }
}
