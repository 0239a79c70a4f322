package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.wire.Redaction;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whom a relay tells what passes through it.
 *
 * @param tap told by the relay's thread, before what it is told of goes on
 * @param redaction of what it is told
 * @param numbered counts sockets and requests, whose names are unique where it is shared
 * @param closes whether a client's close frame is told too, and not only its answer
 */
public record WireWatch(WireTap tap, Redaction redaction, AtomicInteger numbered, boolean closes) {
  /** One to which close frames of clients are of no interest. */
  public WireWatch(WireTap tap, Redaction redaction, AtomicInteger numbered) {
    this(tap, redaction, numbered, false);
  }
}
