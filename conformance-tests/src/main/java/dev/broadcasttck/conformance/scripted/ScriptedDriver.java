package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.Setting;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The suite's own client: small, honest, and wrong on purpose where it is told to be. */
public final class ScriptedDriver implements Driver {

  public static final DriverProfile PROFILE =
      new DriverProfile(
          "scripted",
          "1",
          ProtocolVersion.V2,
          Set.of(Encoding.values()),
          Set.of(
              Ability.EVENT_MATCH_ANY_CASE,
              Ability.EVENT_WILDCARD,
              Ability.ACK_OBSERVABLE,
              Ability.HTTP_SEND,
              Ability.SET_AUTH,
              Ability.EXPLICIT_OPEN,
              Ability.TOKEN_CALLBACK,
              Ability.TOKEN_FUNCTION,
              Ability.PRIVATE_CHANNELS,
              Ability.SECOND_CHANNEL,
              Ability.REST_BEFORE_JOIN),
          Set.of(
              Setting.TIMEOUT,
              Setting.HEARTBEAT,
              Setting.RECONNECT,
              Setting.VSN,
              Setting.TRANSPORT),
          new Timers(
              Optional.of(Duration.ofSeconds(10)),
              Optional.of(Duration.ofSeconds(25)),
              Optional.of(Duration.ofSeconds(1))));

  private final Workshop workshop;
  private final Queue<ScriptedClient> clients = new ConcurrentLinkedQueue<>();

  /** An honest one. The transport stays the caller's, who closes it after the driver. */
  public ScriptedDriver(Transport transport) {
    this(transport, Set.of());
  }

  public ScriptedDriver(Transport transport, Set<Misbehaviour> misbehaviours) {
    this.workshop =
        new Workshop(transport, Loop.start(), Conduct.with(misbehaviours), new AtomicInteger());
  }

  /** How often a misbehaviour has made a difference so far. */
  public int activations(Misbehaviour misbehaviour) {
    return Optional.ofNullable(workshop.conduct().wrongs().get(misbehaviour))
        .map(AtomicInteger::get)
        .orElse(0);
  }

  @Override
  public boolean isPrompt() {
    return true;
  }

  @Override
  public DriverProfile profile() {
    return PROFILE;
  }

  @Override
  public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
    ClientOptions complete = options.withTimers(PROFILE.effective(options.timers()));
    ScriptedClient client = new ScriptedClient(workshop, complete, tap, ear, clients::remove);
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(ScriptedClient::close);
    workshop.loop().close();
  }
}
