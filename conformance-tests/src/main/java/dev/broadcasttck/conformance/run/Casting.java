package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Actor;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What playings take, held against what a driver can show, a target claims and a quota allows: what
 * lacks something is not applicable, and no socket is opened for it.
 */
public record Casting(DriverProfile driver, Target target, Quota quota) {
  /** What a client must be able to do for a step of some verbs. */
  private static final Map<String, Ability> ABILITIES =
      Map.of(
          "http-broadcast", Ability.HTTP_SEND,
          "opens", Ability.EXPLICIT_OPEN,
          "sets-token", Ability.SET_AUTH,
          "callback-yields", Ability.TOKEN_CALLBACK,
          "callback-becomes", Ability.TOKEN_FUNCTION,
          "callback-fails", Ability.TOKEN_FUNCTION);

  /** Why a playing does not apply; empty if it can be played. */
  public Optional<Finding> lack(Playing playing) {
    Scenario scenario = playing.scenario();
    Set<String> missing = required(playing);
    missing.removeAll(driver.capabilities());
    missing.addAll(beyondTheDriver(playing));
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

  /**
   * The playings in the framing that the driver's clients have, where they have but one: nobody can
   * tell a library how to frame its broadcasts.
   */
  public List<Playing> suited(List<Playing> playings) {
    return playings.stream().map(this::suited).distinct().toList();
  }

  private Playing suited(Playing playing) {
    Variant variant = playing.variant();
    boolean fits =
        playing.scenario().isAtWireLevel()
            || variant.isOwn()
            || variant.vsn() == ProtocolVersion.V1
            || driver.encodings().contains(variant.encoding());
    return fits
        ? playing
        : new Playing(playing.scenario(), new Variant(variant.vsn(), driver.ownEncoding()));
  }

  /** What clients of the driver would be asked to do, and cannot. */
  private Set<String> beyondTheDriver(Playing playing) {
    Set<String> beyond = new TreeSet<>();
    if (playing.scenario().isAtWireLevel()) {
      return beyond;
    }
    Variant variant = playing.variant();
    for (Actor actor : playing.scenario().actors()) {
      ProtocolVersion vsn = actor.vsn().orElse(variant.vsn());
      Encoding encoding =
          actor.encoding().orElse(variant.isOwn() ? driver.ownEncoding() : variant.encoding());
      if (!(variant.isOwn() && actor.vsn().isEmpty()) && !driver.speaks(vsn, encoding)) {
        beyond.add("a client that speaks " + new Variant(vsn, encoding));
      }
    }
    for (Step step : playing.scenario().steps()) {
      Optional.ofNullable(ABILITIES.get(step.verb()))
          .filter(ability -> !driver.can(ability))
          .ifPresent(ability -> beyond.add(ability.capability()));
    }
    return beyond;
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
