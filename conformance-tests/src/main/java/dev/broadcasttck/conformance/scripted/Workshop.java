package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.wire.Transport;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the clients of a driver share.
 *
 * @param names how many sockets and requests have been named so far
 */
record Workshop(Transport transport, Loop loop, Conduct conduct, AtomicInteger names) {

  /** {@code socket-7}: unique among all clients of the driver, hence on any tape. */
  String name(String kind) {
    return kind + "-" + names.incrementAndGet();
  }
}
