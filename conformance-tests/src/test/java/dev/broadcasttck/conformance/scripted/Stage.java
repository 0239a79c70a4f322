package dev.broadcasttck.conformance.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.stage.ScriptedServer;
import dev.broadcasttck.conformance.stage.TapeEar;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A scripted client before a scripted server, and the tape of what happens between them. */
final class Stage implements AutoCloseable {
  static final ChannelOptions PLAIN = new ChannelOptions(false, false, false);
  static final ChannelOptions ACK = new ChannelOptions(false, true, false);
  static final String KEY = "a-key-that-nobody-may-see";
  static final Duration MUST_COME = Duration.ofSeconds(5);
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

  final ScriptedServer server = new ScriptedServer();
  final Tape tape = new Tape(System::nanoTime);
  private final Transport transport = Transport.open(TransportOptions.PLAIN);
  private final ScriptedDriver driver;

  Stage() {
    this(Set.of());
  }

  Stage(Misbehaviour misbehaviour) {
    this(Set.of(misbehaviour));
  }

  private Stage(Set<Misbehaviour> misbehaviours) {
    this.driver = new ScriptedDriver(transport, misbehaviours);
  }

  DriverClient client() {
    return client(ProtocolVersion.V2, Encoding.TEXT);
  }

  DriverClient client(ProtocolVersion vsn, Encoding encoding) {
    return client(vsn, encoding, MUST_COME, NOWHERE);
  }

  /** A client that keeps its own times, and has a token. */
  DriverClient client(Timers timers, Optional<TokenSource> token) {
    Endpoint endpoint = new Endpoint(server.url(), NOWHERE, new Secret(KEY), Map.of());
    return client(
        new ClientOptions(
            endpoint,
            ProtocolVersion.V2,
            Encoding.TEXT,
            timers.or(Timers.timeout(MUST_COME)),
            token));
  }

  DriverClient client(Timers timers) {
    return client(timers, Optional.empty());
  }

  DriverClient client(Duration timeout) {
    return client(timeout, NOWHERE);
  }

  DriverClient client(Duration timeout, URI broadcast) {
    return client(ProtocolVersion.V2, Encoding.TEXT, timeout, broadcast);
  }

  /** A channel {@code a} of topic {@code room}, joined with reference 1, and the server's end. */
  Peer joined(DriverChannel channel) throws InterruptedException {
    channel.subscribe();
    Peer peer = server.accept();
    peer.next();
    peer.send("[\"1\",\"1\",\"realtime:room\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]");
    said("a", "SUBSCRIBED");
    return peer;
  }

  /** Waits for something to be said, and returns its place on the tape. */
  int said(String channel, String status) throws InterruptedException {
    return happened(new Happening.StatusSaid(channel, status));
  }

  /** Waits for something to be said so many times in all. */
  void said(int times, String channel, String status) throws InterruptedException {
    Happening what = new Happening.StatusSaid(channel, status);
    assertThat(
            tape.await(
                entries ->
                    Optional.of(what)
                        .filter(
                            said ->
                                entries.stream().filter(e -> e.what().equals(said)).count()
                                    == times),
                MUST_COME))
        .as("%s said %d times", what, times)
        .isPresent();
  }

  int settled(String send, String result) throws InterruptedException {
    return happened(new Happening.SendSettled(send, result));
  }

  /** Waits for a frame that holds the text, and returns its place on the tape. */
  int received(String text) throws InterruptedException {
    return placeOf(
        "a received frame with " + text,
        entry ->
            entry.what() instanceof Happening.FrameReceived got
                && got.frame().content().contains(text));
  }

  int happened(Happening what) throws InterruptedException {
    return placeOf(what.toString(), entry -> entry.what().equals(what));
  }

  <T extends Happening> T first(Class<T> type) throws InterruptedException {
    int place = placeOf(type.getSimpleName(), entry -> type.isInstance(entry.what()));
    return type.cast(tape.entries().get(place).what());
  }

  List<Happening> said() {
    return tape.entries().stream()
        .map(Entry::what)
        .filter(Happening.Said.class::isInstance)
        .toList();
  }

  @Override
  public void close() {
    driver.close();
    transport.close();
    server.close();
  }

  private int placeOf(String words, Predicate<Entry> question) throws InterruptedException {
    Optional<Integer> place =
        tape.await(
            entries -> entries.stream().filter(question).map(Entry::number).findFirst(), MUST_COME);
    assertThat(place).as("%s on the tape %s", words, tape.entries()).isPresent();
    return place.orElseThrow();
  }

  private DriverClient client(
      ProtocolVersion vsn, Encoding encoding, Duration timeout, URI broadcast) {
    Endpoint endpoint = new Endpoint(server.url(), broadcast, new Secret(KEY), Map.of());
    return client(new ClientOptions(endpoint, vsn, encoding, timeout));
  }

  private DriverClient client(ClientOptions options) {
    return driver.client(
        options, happening -> tape.append("alice", happening), new TapeEar(tape, "alice"));
  }
}
