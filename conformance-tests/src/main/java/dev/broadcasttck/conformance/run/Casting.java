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
    if (scenario.isOfClients()) {
      // These ask for nothing of the target: a server of the suite's own takes part.
      missing.removeAll(framing(driver));
    } else {
      missing.removeAll(target.capabilities());
      missing.addAll(premises(scenario));
    }
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

  private Set<String> premises(Scenario scenario) {
    Set<String> missing = new TreeSet<>();
    scenario
        .endpoint()
        .filter(purpose -> target.premises(Optional.of(purpose)).isEmpty())
        .ifPresent(missing::add);
    scenario.steps().stream()
        .flatMap(step -> step.arguments().findValuesAsString("$topic").stream())
        .filter(right -> target.topic(right, "").isEmpty())
        .forEach(right -> missing.add("a topic that is " + right));
    return missing;
  }

  /** What a client can be made to speak, in the words by which scenarios ask for it. */
  private static Set<String> framing(DriverProfile driver) {
    Set<String> framing = new TreeSet<>(Set.of("mint-tokens", "move-clock"));
    if (driver.speaks(ProtocolVersion.V2, Encoding.TEXT)
        || driver.speaks(ProtocolVersion.V2, Encoding.BINARY)) {
      framing.add("version-2");
    }
    if (driver.speaks(ProtocolVersion.V2, Encoding.BINARY)) {
      framing.add("binary-frames");
    }
    return framing;
  }

  /** What the script asks for, and what the frames do in which it is played. */
  private static Set<String> required(Playing playing) {
    Set<String> required = new TreeSet<>(playing.scenario().requires());
    Variant variant = playing.variant();
    for (Actor actor : playing.scenario().actors()) {
      if (actor.vsn().orElse(variant.vsn()) == ProtocolVersion.V2 && !variant.isOwn()) {
        required.add("version-2");
        if (actor.encoding().orElse(variant.encoding()) == Encoding.BINARY) {
          required.add("binary-frames");
        }
      }
    }
    return required;
  }
}
