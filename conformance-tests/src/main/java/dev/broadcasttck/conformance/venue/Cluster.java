package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.StandIn;
import dev.broadcasttck.conformance.endpoint.Target;
import java.util.List;
import java.util.Optional;

/**
 * A server that has several addresses, its nodes behind a balancer: clients connect to each in
 * turn, so that what one node is sent must reach the members at another.
 *
 * @param venue at its first address
 * @param others its other addresses
 */
public record Cluster(Venue venue, List<Endpoint> others) implements Annex {

  @Override
  public Target target() {
    return new Spread(venue.target(), others);
  }

  /** Endpoints prepared for one purpose have one address each. */
  private record Spread(Target behind, List<Endpoint> others) implements StandIn {

    @Override
    public Optional<Premises> premises(Optional<String> purpose) {
      Optional<Premises> premises = behind.premises(purpose);
      return purpose.isPresent()
          ? premises
          : premises.map(main -> new Premises(main.endpoint(), main.jwtSecret(), others));
    }
  }
}
