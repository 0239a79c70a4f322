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
import java.util.stream.Stream;

/** One client with short times before a scripted server, for a judge of a certain patience. */
final class Bench implements AutoCloseable {
  static final ChannelOptions PLAIN = new ChannelOptions(false, false, false);
  static final ChannelOptions ACK = new ChannelOptions(false, true, false);
  static final ChannelOptions SELF = new ChannelOptions(true, false, false);
  static final ChannelOptions PRIVATE = new ChannelOptions(false, false, true);
  static final String KEY = "the-key-of-the-project";
  static final Duration RECONNECT = Duration.ofMillis(30);
  private static final Duration NEVER = Duration.ofMinutes(1);

  final ScriptedServer server = new ScriptedServer();
  final Tape tape = new Tape(System::nanoTime);
  final Duration patience;
  private final Transport transport = Transport.open(TransportOptions.PLAIN);
  private final ScriptedDriver driver;
  private ProtocolVersion vsn = ProtocolVersion.V2;
  private Encoding encoding = Encoding.TEXT;
  private Timers timers =
      new Timers(Optional.of(NEVER), Optional.of(NEVER), Optional.of(RECONNECT));
  private Optional<TokenSource> token = Optional.empty();
  private Optional<URI> socket = Optional.empty();
  private Optional<URI> rest = Optional.empty();

  Bench(Set<Misbehaviour> misbehaviours, Duration patience) {
    this.driver = new ScriptedDriver(transport, misbehaviours);
    this.patience = patience;
  }

  Bench timeout(Duration timeout) {
    timers = new Timers(Optional.of(timeout), timers.heartbeat(), timers.reconnect());
    return this;
  }

  Bench heartbeat(Duration heartbeat) {
    timers = new Timers(timers.timeout(), Optional.of(heartbeat), timers.reconnect());
    return this;
  }

  Bench token(TokenSource source) {
    token = Optional.of(source);
    return this;
  }

  Bench speaking(ProtocolVersion version, Encoding framing) {
    vsn = version;
    encoding = framing;
    return this;
  }

  Bench socketAt(URI elsewhere) {
    socket = Optional.of(elsewhere);
    return this;
  }

  Bench restAt(URI broadcast) {
    rest = Optional.of(broadcast);
    return this;
  }

  DriverClient client() {
    Endpoint endpoint =
        new Endpoint(
            socket.orElseGet(server::url),
            rest.orElse(URI.create("http://127.0.0.1:1/")),
            new Secret(KEY),
            Map.of());
    return driver.client(
        new ClientOptions(endpoint, vsn, encoding, timers, token),
        what -> tape.append("alice", what),
        new TapeEar(tape, "alice"));
  }

  /** The first channel of a client, joined with reference 1; it has a listener for everything. */
  Joined joined(ChannelOptions options) throws InterruptedException {
    return joined(client(), options);
  }

  Joined joined(DriverClient client, ChannelOptions options) throws InterruptedException {
    DriverChannel channel = client.channel("a", "room", options);
    channel.on("l", "*");
    channel.subscribe();
    Peer peer = accept();
    String join = next(peer);
    ok(peer, 1, "room");
    said("a", "SUBSCRIBED");
    return new Joined(client, channel, peer, join);
  }

  /** Another channel of the client, joined with a reference. */
  DriverChannel another(Joined first, int ref) throws InterruptedException {
    DriverChannel channel = first.client().channel("b", "other", PLAIN);
    channel.on("m", "*");
    channel.subscribe();
    next(first.peer());
    ok(first.peer(), ref, "other");
    said("b", "SUBSCRIBED");
    return channel;
  }

  void ok(Peer peer, int ref, String topic) {
    peer.send(reply(ref, ref, topic, "ok"));
  }

  static String reply(int joinRef, int ref, String topic, String status) {
    return "[\"%d\",\"%d\",\"realtime:%s\",\"phx_reply\",{\"status\":\"%s\",\"response\":{}}]"
        .formatted(joinRef, ref, topic, status);
  }

  static String broadcast(String topic, String event, String payload) {
    return "[null,null,\"realtime:%s\",\"broadcast\",{\"event\":\"%s\",\"payload\":%s}]"
        .formatted(topic, event, payload);
  }

  Peer accept() throws InterruptedException {
    return server.accept(patience);
  }

  String next(Peer peer) throws InterruptedException {
    return peer.next(patience);
  }

  /** Delivers a broadcast, and waits until it is heard: all that came before has been handled. */
  void fence(Peer peer, String topic) throws InterruptedException {
    peer.send(broadcast(topic, "fence", "{}"));
    happened(
        "the fence is heard",
        what -> what instanceof Happening.MessageHeard heard && heard.event().equals("fence"));
  }

  void said(String channel, String status) throws InterruptedException {
    happened(channel + " says " + status, new Happening.StatusSaid(channel, status)::equals);
  }

  void settled(String send, String result) throws InterruptedException {
    happened(
        send + " ends",
        what -> what instanceof Happening.SendSettled settled && settled.send().equals(send));
    assertThat(all(Happening.SendSettled.class)).contains(new Happening.SendSettled(send, result));
  }

  /** Waits for something, and returns its place on the tape. */
  Entry happened(String words, Predicate<Happening> question) throws InterruptedException {
    Optional<Entry> place =
        tape.await(
            entries -> entries.stream().filter(entry -> question.test(entry.what())).findFirst(),
            patience);
    assertThat(place).as("%s; the tape: %s", words, tape.entries()).isPresent();
    return place.orElseThrow();
  }

  <T extends Happening> List<T> all(Class<T> type) {
    return tape.entries().stream()
        .map(Entry::what)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  List<String> statuses() {
    return all(Happening.StatusSaid.class).stream()
        .map(said -> said.channel() + " " + said.status())
        .toList();
  }

  /** The frames with a text in them that the client sent so far. */
  Stream<Entry> sent(String text) {
    return tape.entries().stream()
        .filter(
            entry ->
                entry.what() instanceof Happening.FrameSent sent
                    && sent.frame().content().contains(text));
  }

  int activations(Misbehaviour misbehaviour) {
    return driver.activations(misbehaviour);
  }

  @Override
  public void close() {
    driver.close();
    transport.close();
    server.close();
  }

  /**
   * A channel that is in.
   *
   * @param join the frame that it asked with
   */
  record Joined(DriverClient client, DriverChannel channel, Peer peer, String join) {}
}
