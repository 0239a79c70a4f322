package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What playings take, held against what a driver can show, a target claims and a quota allows: what
 * lacks something is not applicable, and no socket is opened for it.
 */
public record Casting(DriverProfile driver, Target target, Quota quota) {

  /** Why a playing does not apply; empty if it can be played. */
  public Optional<Finding> lack(Playing playing) {
    Scenario scenario = playing.scenario();
    Set<String> missing = required(playing);
    missing.removeAll(driver.capabilities());
    missing.removeAll(target.capabilities());
    scenario
        .endpoint()
        .filter(purpose -> target.premises(Optional.of(purpose)).isEmpty())
        .ifPresent(missing::add);
    scenario.steps().stream()
        .flatMap(step -> step.arguments().findValuesAsString("$topic").stream())
        .filter(right -> target.topic(right, "").isEmpty())
        .forEach(right -> missing.add("a topic that is " + right));
    if (!missing.isEmpty()) {
      return Optional.of(
          new Finding(
              scenario.location(),
              String.join(", ", missing),
              "neither the target nor the client (" + driver.name() + ") claims it"));
    }
    int sockets = scenario.actors().size();
    return sockets <= quota.sockets()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                scenario.location(),
                sockets + " sockets at the same time",
                "the quota allows " + quota.sockets()));
  }

  /** What the script asks for, and what the frames do in which it is played. */
  private static Set<String> required(Playing playing) {
    Set<String> required = new TreeSet<>(playing.scenario().requires());
    Variant variant = playing.variant();
    for (Actor actor : playing.scenario().actors()) {
      if (actor.vsn().orElse(variant.vsn()) == ProtocolVersion.V2) {
        required.add("version-2");
        if (actor.encoding().orElse(variant.encoding()) == Encoding.BINARY) {
          required.add("binary-frames");
        }
      }
    }
    return required;
  }
}
