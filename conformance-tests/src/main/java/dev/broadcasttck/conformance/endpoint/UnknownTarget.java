package dev.broadcasttck.conformance.endpoint;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A target of which nothing is known but its endpoint. */
record UnknownTarget(Endpoint endpoint) implements Target {
  @Override
  public Set<String> capabilities() {
    return Set.of();
  }

  @Override
  public Optional<Premises> premises(Optional<String> purpose) {
    return purpose.isPresent()
        ? Optional.empty()
        : Optional.of(new Premises(endpoint, Optional.empty()));
  }

  @Override
  public Optional<String> topic(String right, String nonce) {
    return Optional.empty();
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
}
