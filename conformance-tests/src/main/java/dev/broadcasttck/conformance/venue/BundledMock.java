package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.probe.Addresses;
import dev.broadcasttck.conformance.target.DeclaredTarget;
import dev.broadcasttck.conformance.target.Supplies;
import dev.broadcasttck.conformance.target.TargetFile;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The suite's own server, on a free port, for as long as the run. */
public final class BundledMock implements Venue {
  /** The preset that says what the mock claims. */
  public static final String PRESET = "mock";

  private static final int SECRET_BYTES = 32;

  private final BroadcastMock mock;
  private final DeclaredTarget target;

  private BundledMock(BroadcastMock mock, DeclaredTarget target) {
    this.mock = mock;
    this.target = target;
  }

  public static BundledMock open(List<Fault> faults) {
    String secret = randomSecret();
    BroadcastMock.Builder builder = BroadcastMock.builder().jwtSecret(secret).faults(faults);
    PreparedProjects.settleIn(builder);
    BroadcastMock mock = builder.start();
    Supplies supplies =
        new Supplies(
            Optional.of(new Addresses(mock.socketUrl(), mock.broadcastUrl())),
            Optional.of(new Secret(mock.anonKey())),
            Optional.of(new Secret(secret)),
            Map.of(),
            Map.of(),
            Optional.of(new MockStageHand(mock)),
            mock.clock());
    return new BundledMock(mock, TargetFile.preset(PRESET).complete(supplies));
  }

  @Override
  public String name() {
    return target.name();
  }

  @Override
  public DeclaredTarget target() {
    return target;
  }

  @Override
  public Quota quota() {
    return target.quota();
  }

  @Override
  public List<Secret> secrets() {
    return target.secrets();
  }

  @Override
  public void close() {
    mock.close();
  }

  private static String randomSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
