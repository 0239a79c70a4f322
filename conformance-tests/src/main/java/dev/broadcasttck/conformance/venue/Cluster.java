package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.endpoint.Target;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A server that has several addresses, its nodes behind a balancer: clients connect to each in
 * turn, so that what one node is sent must reach the members at another.
 *
 * @param venue at its first address
 * @param others its other addresses
 */
public record Cluster(Venue venue, List<Endpoint> others) implements Venue {
  @Override
  public String name() {
    return venue.name();
  }

  @Override
  public Target target() {
    return new Spread(venue.target(), others);
  }

  @Override
  public Quota quota() {
    return venue.quota();
  }

  @Override
  public List<Secret> secrets() {
    return venue.secrets();
  }

  @Override
  public void close() {
    venue.close();
  }

  /** Endpoints prepared for one purpose have one address each. */
  private record Spread(Target target, List<Endpoint> others) implements Target {
    @Override
    public Set<String> capabilities() {
      return target.capabilities();
    }

    @Override
    public Optional<Premises> premises(Optional<String> purpose) {
      Optional<Premises> premises = target.premises(purpose);
      return purpose.isPresent()
          ? premises
          : premises.map(main -> new Premises(main.endpoint(), main.jwtSecret(), others));
    }

    @Override
    public Optional<String> topic(String right, String nonce) {
      return target.topic(right, nonce);
    }

    @Override
    public List<JsonNode> background() {
      return target.background();
    }

    @Override
    public Clock clock() {
      return target.clock();
    }

    @Override
    public Optional<StageHand> stageHand() {
      return target.stageHand();
    }
  }
}
