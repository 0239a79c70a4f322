package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.driver.ClientOptions;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverClient;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Ear;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.wire.Redaction;
import dev.broadcasttck.conformance.wire.TransportOptions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A driver whose clients' wire is watched from outside: each of them reaches its server through a
 * relay of its own, which tells the tap what passes.
 */
public final class RelayedDriver implements Driver {
  private final Driver driver;
  private final TransportOptions transport;
  private final AtomicInteger numbered = new AtomicInteger();

  /**
   * @param driver which does not write to taps itself; closed with this one
   * @param transport how the relays connect to servers
   */
  public RelayedDriver(Driver driver, TransportOptions transport) {
    this.driver = driver;
    this.transport = transport;
  }

  @Override
  public boolean isPrompt() {
    return driver.isPrompt();
  }

  @Override
  public DriverProfile profile() {
    return driver.profile();
  }

  @Override
  public DriverClient client(ClientOptions options, WireTap tap, Ear ear) {
    WireWatch watch =
        WireWatch.of(options.endpoint().apiKey(), tap, Redaction.of(options.endpoint()), numbered);
    Detours detours = new Detours(transport, Conditions.NONE, Optional.of(watch));
    try {
      ClientOptions around = options.withEndpoint(detours.around(options.endpoint()));
      return new RelayedClient(driver.client(around, happening -> {}, ear), detours);
    } catch (RuntimeException e) {
      detours.close();
      throw e;
    }
  }

  @Override
  public Driver direct() {
    return driver;
  }

  @Override
  public void close() {
    driver.close();
  }
}
