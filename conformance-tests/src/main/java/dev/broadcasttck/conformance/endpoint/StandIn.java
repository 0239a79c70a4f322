package dev.broadcasttck.conformance.endpoint;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A target that is another one but for what it says for itself. */
public interface StandIn extends Target {
  /** The other one. */
  Target behind();

  @Override
  default Set<String> capabilities() {
    return behind().capabilities();
  }

  @Override
  default Optional<Premises> premises(Optional<String> purpose) {
    return behind().premises(purpose);
  }

  @Override
  default Optional<String> topic(String right, String nonce) {
    return behind().topic(right, nonce);
  }

  @Override
  default List<JsonNode> background() {
    return behind().background();
  }

  @Override
  default Clock clock() {
    return behind().clock();
  }

  @Override
  default Optional<StageHand> stageHand() {
    return behind().stageHand();
  }
}
