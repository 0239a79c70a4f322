package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.StandIn;
import dev.broadcasttck.conformance.endpoint.Target;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A target whose endpoints are reached through relays.
 *
 * @param behind the target itself
 * @param withdrawn what it cannot claim through them
 */
public record RelayedTarget(Target behind, Detours detours, Set<String> withdrawn)
    implements StandIn {
  @Override
  public Set<String> capabilities() {
    Set<String> left = new TreeSet<>(behind.capabilities());
    left.removeAll(withdrawn);
    return left;
  }

  @Override
  public Optional<Premises> premises(Optional<String> purpose) {
    return behind.premises(purpose).map(this::around);
  }

  private Premises around(Premises premises) {
    return new Premises(
        detours.around(premises.endpoint()),
        premises.jwtSecret(),
        premises.otherNodes().stream().map(detours::around).toList());
  }
}
