package dev.broadcasttck.conformance.target;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.StageHand;
import dev.broadcasttck.conformance.probe.Addresses;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a target's file does not hold: what a command line adds to it, or says in its place.
 *
 * @param addresses in place of the file's
 * @param apiKey in place of the file's
 * @param jwtSecret in place of the file's
 * @param headers besides the file's
 * @param environment where the file's variables are looked up
 * @param stageHand who does at the target what no client can
 * @param clock by which the target's tokens expire
 */
public record Supplies(
    Optional<Addresses> addresses,
    Optional<Secret> apiKey,
    Optional<Secret> jwtSecret,
    Map<String, String> headers,
    Map<String, String> environment,
    Optional<StageHand> stageHand,
    Clock clock) {

  /** Nothing but the environment. */
  public static Supplies none(Map<String, String> environment, Clock clock) {
    return new Supplies(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        environment,
        Optional.empty(),
        clock);
  }
}
