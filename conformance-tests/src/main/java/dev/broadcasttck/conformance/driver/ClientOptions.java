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
 */
public record ClientOptions(
    Endpoint endpoint,
    ProtocolVersion vsn,
    Encoding encoding,
    Timers timers,
    Optional<TokenSource> token) {

  /** A client with the key alone. */
  public ClientOptions(
      Endpoint endpoint, ProtocolVersion vsn, Encoding encoding, Duration timeout) {
    this(endpoint, vsn, encoding, Timers.timeout(timeout), Optional.empty());
  }

  public ClientOptions withEndpoint(Endpoint other) {
    return new ClientOptions(other, vsn, encoding, timers, token);
  }

  public ClientOptions withTimers(Timers other) {
    return new ClientOptions(endpoint, vsn, encoding, other, token);
  }
}
