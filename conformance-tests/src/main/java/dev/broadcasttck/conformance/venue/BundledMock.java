package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.util.List;
import java.util.Map;

/** The suite's own server, on a free port, for as long as the run. */
public final class BundledMock implements Venue {
  private final BroadcastMock mock;

  private BundledMock(BroadcastMock mock) {
    this.mock = mock;
  }

  public static BundledMock open(List<Fault> faults) {
    return new BundledMock(BroadcastMock.builder().faults(faults).start());
  }

  @Override
  public Endpoint endpoint() {
    return new Endpoint(
        mock.socketUrl(), mock.broadcastUrl(), new Secret(mock.anonKey()), Map.of());
  }

  @Override
  public Quota quota() {
    return Quota.OWN;
  }

  @Override
  public void close() {
    mock.close();
  }
}
