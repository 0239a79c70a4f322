package dev.broadcasttck.conformance.adapter;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A client library behind its adapter, one process for all clients. Where the process dies, its
 * clients hear so, and clients that are made afterwards get another process.
 */
public final class AdapterDriver implements Driver {
  /** An adapter that dies more often is not tried any more. */
  private static final int LIVES = 20;

  private final AdapterCommand command;
  private final DriverProfile profile;
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger lives = new AtomicInteger(1);
  private final ReentrantLock turn = new ReentrantLock();
  private AdapterSession session;

  private AdapterDriver(AdapterCommand command, AdapterSession session) {
    this.command = command;
    this.session = session;
    this.profile = session.profile();
  }

  /**
   * Starts an adapter.
   *
   * @throws AdapterBroken if it cannot be used
   */
  public static AdapterDriver start(AdapterCommand command) {
    return new AdapterDriver(command, AdapterSession.start(command));
  }

  @Override
  public DriverProfile profile() {
    return profile;
  }

  /** The library has sockets of its own, which the tap does not see. */
  @Override
  public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
    AdapterClient client =
        new AdapterClient("client-" + names.incrementAndGet(), living(), options, ear);
    client.connect();
    return client;
  }

  @Override
  public void close() {
    current().close();
  }

  /** The process that lives now, or another one; of several that are started at once, one stays. */
  private AdapterSession living() {
    AdapterSession now = current();
    if (now.process().ending().isEmpty()) {
      return now;
    }
    if (lives.incrementAndGet() > LIVES) {
      throw new AdapterBroken(
          "the adapter `%s` has died %d times: %s"
              .formatted(command, LIVES, now.process().ending().orElseThrow()));
    }
    AdapterSession next = AdapterSession.start(command);
    if (!replaced(now, next)) {
      next.close();
    }
    return current();
  }

  private AdapterSession current() {
    turn.lock();
    try {
      return session;
    } finally {
      turn.unlock();
    }
  }

  private boolean replaced(AdapterSession old, AdapterSession next) {
    turn.lock();
    try {
      if (session != old) {
        return false;
      }
      session = next;
      return true;
    } finally {
      turn.unlock();
    }
  }
}
