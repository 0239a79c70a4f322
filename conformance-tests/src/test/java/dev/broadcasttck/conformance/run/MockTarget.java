package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The mock as a target: what it can do by now, and a mock more for each prepared endpoint. */
final class MockTarget implements Target, AutoCloseable {
  private static final String SECRET = "a-secret-that-only-this-test-and-its-mocks-know";
  private static final String MAIN = "";
  private static final Set<String> CLAIMS =
      Set.of(
          "mint-tokens",
          "rest-batch",
          "rest-single-event",
          "version-2",
          "binary-frames",
          "acknowledgements",
          "flood",
          "large-frames");

  private final Map<String, BroadcastMock> mocks = new LinkedHashMap<>();

  MockTarget(List<Fault> faults) {
    mocks.put(MAIN, mock(faults).start());
    mocks.put("small-payload-limit", mock(faults).payloadKilobytes(1).start());
  }

  private static BroadcastMock.Builder mock(List<Fault> faults) {
    return BroadcastMock.builder().faults(faults).jwtSecret(SECRET);
  }

  @Override
  public Set<String> capabilities() {
    Set<String> claims = new TreeSet<>(CLAIMS);
    claims.addAll(mocks.keySet());
    return claims;
  }

  @Override
  public Optional<Premises> premises(Optional<String> purpose) {
    return Optional.ofNullable(mocks.get(purpose.orElse(MAIN)))
        .map(mock -> new Premises(endpoint(mock), Optional.of(new Secret(SECRET))));
  }

  @Override
  public Optional<String> topic(String right, String nonce) {
    return switch (right) {
      case "read-write" -> Optional.of("rw-" + nonce);
      case "read-only" -> Optional.of("ro-" + nonce);
      case "broadcast-only" -> Optional.of("bonly-" + nonce);
      case "own" -> Optional.of("user-" + nonce);
      default -> Optional.of("none-" + nonce);
    };
  }

  @Override
  public List<JsonNode> background() {
    return List.of();
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Optional<StageHand> stageHand() {
    return Optional.empty();
  }

  @Override
  public void close() {
    mocks.values().forEach(BroadcastMock::close);
  }

  private static Endpoint endpoint(BroadcastMock mock) {
    return new Endpoint(
        mock.socketUrl(), mock.broadcastUrl(), new Secret(mock.anonKey()), Map.of());
  }
}
