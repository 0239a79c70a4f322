package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.exchange.Scene;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.stage.Names;
import dev.broadcasttck.conformance.stage.Pace;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verb.Vocabulary;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Step;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whom a run casts its scenarios from, and the target that they play at.
 *
 * @param driver of the clients
 * @param network of the plain sockets; without it the server corpus is not played
 */
record Company(
    Target target, Driver driver, Optional<PlainNetwork> network, Budgets budgets, Pace pace) {

  /** The capabilities that a playing needs, and neither the driver nor the target claims. */
  Set<String> missing(Playing playing) {
    Scenario scenario = playing.scenario();
    Set<String> missing = new TreeSet<>(scenario.requires());
    if (scenario.isAtWireLevel()) {
      missing.addAll(framing(playing));
    }
    missing.removeAll(driver.profile().capabilities());
    missing.removeAll(target.capabilities());
    if (scenario.isAtWireLevel() && network.isEmpty()) {
      missing.add("plain-sockets");
    }
    return missing;
  }

  /** A cast that has entered the stage. */
  Cast cast(Playing playing, Tape tape, String nonce) {
    Scenario scenario = playing.scenario();
    Premises premises =
        target
            .premises(scenario.endpoint())
            .orElseThrow(
                () -> new ScriptError("the target has no endpoint " + scenario.endpoint()));
    if (!scenario.isAtWireLevel()) {
      Stage stage = new Stage(tape, new Names(nonce), budgets, pace, watched(scenario));
      stage.enter(scenario, playing.variant(), driver, premises.endpoint());
      return new ClientCast(stage);
    }
    Scene scene =
        new Scene(tape, new Names(nonce), budgets, pace, target, premises, network.orElseThrow());
    scene.enter(scenario, playing.variant());
    return new PlainCast(scene);
  }

  private static Set<String> framing(Playing playing) {
    Set<String> framing = new TreeSet<>();
    playing
        .scenario()
        .actors()
        .forEach(
            actor -> {
              if (actor.vsn().orElse(playing.variant().vsn()) == ProtocolVersion.V2) {
                framing.add("version-2");
              }
              if (actor.encoding().orElse(playing.variant().encoding()) == Encoding.BINARY) {
                framing.add("binary-frames");
              }
            });
    return framing;
  }

  private static Set<String> watched(Scenario scenario) {
    return scenario.steps().stream()
        .filter(step -> Vocabulary.needsSentinel(step.verb()))
        .map(Step::actor)
        .collect(Collectors.toUnmodifiableSet());
  }
}
