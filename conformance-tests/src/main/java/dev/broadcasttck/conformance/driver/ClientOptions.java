package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Optional;

/**
 * How a client is made.
 *
 * @param endpoint where it connects to, and with which key
 * @param vsn the protocol version it is to speak
 * @param encoding how it is to frame its broadcasts
 * @param timers the times it is to keep, where the driver lets us set them
 * @param token its token, if it has one beside the key
 * @param eventsPerSecond how many broadcasts it is to let itself send, where it limits them at all
 * @param isGivenTransport whether its user gives it the kind of socket that it is to open
 */
public record ClientOptions(
    Endpoint endpoint,
    ProtocolVersion vsn,
    Encoding encoding,
    Timers timers,
    Optional<TokenSource> token,
    Optional<Integer> eventsPerSecond,
    boolean isGivenTransport) {
  /** More than anybody sends, so that what is sent is not held back. */
  private static final int UNLIMITED = 10_000;

  /** A client that limits itself as it does by itself. */
  public ClientOptions(
      Endpoint endpoint,
      ProtocolVersion vsn,
      Encoding encoding,
      Timers timers,
      Optional<TokenSource> token) {
    this(endpoint, vsn, encoding, timers, token, Optional.empty(), false);
  }

  /** A client with the key alone, which sends as much as it is told to. */
  public ClientOptions(
      Endpoint endpoint, ProtocolVersion vsn, Encoding encoding, Duration timeout) {
    this(
        endpoint,
        vsn,
        encoding,
        Timers.timeout(timeout),
        Optional.empty(),
        Optional.of(UNLIMITED),
        false);
  }

  /** The same, sending as much as it is told to. */
  public ClientOptions unlimited() {
    return new ClientOptions(
        endpoint, vsn, encoding, timers, token, Optional.of(UNLIMITED), isGivenTransport);
  }

  public ClientOptions withEndpoint(Endpoint other) {
    return new ClientOptions(
        other, vsn, encoding, timers, token, eventsPerSecond, isGivenTransport);
  }

  public ClientOptions withTimers(Timers other) {
    return new ClientOptions(
        endpoint, vsn, encoding, other, token, eventsPerSecond, isGivenTransport);
  }

  /** The same, given the kind of socket that it is to open. */
  public ClientOptions withGivenTransport() {
    return new ClientOptions(endpoint, vsn, encoding, timers, token, eventsPerSecond, true);
  }
}
