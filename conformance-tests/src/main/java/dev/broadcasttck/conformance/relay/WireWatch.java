package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.wire.Redaction;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whom a relay tells what passes through it.
 *
 * @param tap told by the relay's thread, before what it is told of goes on
 * @param redaction of what it is told
 * @param numbered counts sockets and requests, whose names are unique where it is shared
 * @param closes whether a client's close frame is told too, and not only its answer
 * @param guest the key of the only client that is watched; empty where it is all of them
 */
public record WireWatch(
    WireTap tap,
    Redaction redaction,
    AtomicInteger numbered,
    boolean closes,
    Optional<Secret> guest) {
  /** One of whoever comes. */
  public WireWatch(WireTap tap, Redaction redaction, AtomicInteger numbered, boolean closes) {
    this(tap, redaction, numbered, closes, Optional.empty());
  }

  /** One of a client with that key, whose close frames are of no interest. */
  static WireWatch of(Secret guest, WireTap tap, Redaction redaction, AtomicInteger numbered) {
    return new WireWatch(tap, redaction, numbered, false, Optional.of(guest));
  }

  /**
   * Whether a socket is asked for by somebody else, such as a client of another run that goes on
   * for ever and comes by where its server was: with a signed key of another project.
   */
  boolean isStranger(String uri) {
    List<String> keys = new QueryStringDecoder(uri).parameters().getOrDefault("apikey", List.of());
    return guest.isPresent()
        && keys.stream()
            .map(Secret::new)
            .anyMatch(key -> key.isSigned() && !key.equals(guest.get()));
  }
}
