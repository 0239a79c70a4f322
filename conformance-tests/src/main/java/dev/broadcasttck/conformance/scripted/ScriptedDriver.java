package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.wire.Transport;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The suite's own client: small, honest, and wrong on purpose where it is told to be. */
public final class ScriptedDriver implements Driver {
  public static final DriverProfile PROFILE = new DriverProfile("scripted", "1", true, true, true);
  private static final Duration HEARTBEAT = Duration.ofSeconds(25);

  private final Workshop workshop;
  private final Queue<ScriptedClient> clients = new ConcurrentLinkedQueue<>();

  /** An honest one. The transport stays the caller's, who closes it after the driver. */
  public ScriptedDriver(Transport transport) {
    this(transport, Set.of());
  }

  public ScriptedDriver(Transport transport, Set<Misbehaviour> misbehaviours) {
    this(transport, misbehaviours, HEARTBEAT);
  }

  ScriptedDriver(Transport transport, Set<Misbehaviour> misbehaviours, Duration heartbeat) {
    this.workshop =
        new Workshop(
            transport,
            Loop.start(),
            new Conduct(Set.copyOf(misbehaviours)),
            heartbeat,
            new AtomicInteger());
  }

  @Override
  public DriverProfile profile() {
    return PROFILE;
  }

  @Override
  public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
    ScriptedClient client = new ScriptedClient(workshop, options, tap, ear, clients::remove);
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(ScriptedClient::close);
    workshop.loop().close();
  }
}
