package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.plain.Uplink;
import dev.broadcasttck.conformance.wire.TransportOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Relays before all servers that are asked for, one each. Used by many threads. */
public final class Detours implements AutoCloseable {
  private final TransportOptions transport;
  private final Conditions conditions;
  private final Optional<WireWatch> watch;
  private final Map<Upstream, Relay> relays = new ConcurrentHashMap<>();

  /**
   * No relays yet.
   *
   * @param transport how the relays connect to the servers
   */
  public Detours(TransportOptions transport, Conditions conditions, Optional<WireWatch> watch) {
    this.transport = transport;
    this.conditions = conditions;
    this.watch = watch;
  }

  /** The same endpoint, to be reached through a relay. */
  public Endpoint around(Endpoint endpoint) {
    return new Endpoint(
        around(endpoint.socket()),
        around(endpoint.broadcast()),
        endpoint.apiKey(),
        endpoint.headers());
  }

  private URI around(URI address) {
    Relay relay =
        relays.computeIfAbsent(
            Upstream.of(address, transport), upstream -> Relay.open(upstream, conditions, watch));
    String scheme = Uplink.isSocket(address) ? "ws" : "http";
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(
        scheme + "://127.0.0.1:" + relay.address().getPort() + address.getRawPath() + query);
  }

  @Override
  public void close() {
    relays.values().forEach(Relay::close);
  }
}
