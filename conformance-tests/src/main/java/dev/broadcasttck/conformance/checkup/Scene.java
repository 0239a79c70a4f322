package dev.broadcasttck.conformance.checkup;

import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.stage.TapeEar;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One client on a tape of its own.
 *
 * @param tape what it says, and what passes
 */
record Scene(Driver driver, DriverClient client, Tape tape) implements AutoCloseable {
  static final ChannelOptions PLAIN = new ChannelOptions(false, false, false);
  static final ChannelOptions ACKNOWLEDGED = new ChannelOptions(false, true, false);

  /** What has to come has come by then. */
  static final Duration COMES = Duration.ofSeconds(12);

  /** A timer that was set has run by then. */
  static final Duration SOON = Duration.ofSeconds(3);

  private static final String ROOM =
      "checkup-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

  static Scene open(Driver driver, Endpoint endpoint, ProtocolVersion vsn, Timers timers) {
    Tape tape = new Tape(System::nanoTime);
    ClientOptions options =
        new ClientOptions(endpoint, vsn, driver.profile().ownEncoding(), timers, Optional.empty())
            .unlimited();
    DriverClient client =
        driver.client(
            options, happening -> tape.append("client", happening), new TapeEar(tape, "client"));
    return new Scene(driver, client, tape);
  }

  DriverChannel channel(ChannelOptions options) {
    return client.channel("channel", ROOM, options);
  }

  Stream<Entry> all(Predicate<Happening> question) {
    return tape.entries().stream().filter(entry -> question.test(entry.what()));
  }

  Optional<Entry> first(Predicate<Happening> question) {
    return all(question).findFirst();
  }

  boolean heard(String listener) {
    return first(it -> it instanceof MessageHeard m && m.listener().equals(listener)).isPresent();
  }

  /** Whether it happens in time. */
  boolean await(Predicate<Happening> question, Duration budget) throws InterruptedException {
    return awaitMany(question, 1, budget);
  }

  boolean awaitMany(Predicate<Happening> question, long times, Duration budget)
      throws InterruptedException {
    return tape.await(
            entries ->
                entries.stream().filter(entry -> question.test(entry.what())).count() >= times
                    ? Optional.of(true)
                    : Optional.empty(),
            budget)
        .isPresent();
  }

  @Override
  public void close() {
    client.close();
  }

  /** Whether a frame has that event, or carries a broadcast that has. */
  static boolean isFrame(Happening what, String event) {
    Optional<Envelope> envelope = Optional.empty();
    if (what instanceof FrameSent sent) {
      envelope = Trail.envelope(sent.frame());
    } else if (what instanceof FrameReceived received) {
      envelope = Trail.envelope(received.frame());
    }
    Predicate<Envelope> hasEvent = it -> it.event().equals(event);
    Predicate<Envelope> carries =
        it -> UserBroadcast.in(it).filter(user -> user.event().equals(event)).isPresent();
    return envelope.filter(hasEvent.or(carries)).isPresent();
  }
}
