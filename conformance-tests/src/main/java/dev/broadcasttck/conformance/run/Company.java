package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.barrier.Twin;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.exchange.Scene;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.proof.Calibration;
import dev.broadcasttck.conformance.proof.Lag;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.rehearsal.Rehearsal;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.stage.Names;
import dev.broadcasttck.conformance.stage.Pace;
import dev.broadcasttck.conformance.stage.ScriptError;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verb.Vocabulary;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Whom a run casts its scenarios from, and the target that they play at.
 *
 * @param driver of the clients
 * @param network of the plain sockets; without it the server corpus is not played
 * @param door through which those come one by one who have a server of their own: a library that is
 *     busy with some lets the next ones wait
 */
record Company(
    Target target,
    Driver driver,
    Optional<PlainNetwork> network,
    Quota quota,
    Budgets budgets,
    Rigour rigour,
    Pace pace,
    Semaphore door) {

  /** Sockets that a calibration takes. */
  static final int TWINS = 2;

  /** A company that has come together just now. */
  Company(
      Target target,
      Driver driver,
      Optional<PlainNetwork> network,
      Quota quota,
      Budgets budgets,
      Rigour rigour,
      Pace pace) {
    this(target, driver, network, quota, budgets, rigour, pace, new Semaphore(1, true));
  }

  /** Measures the barriers at the main endpoint; those prepared for one purpose are the same. */
  Calibrations calibrations(Props props) {
    return new Calibrations((variant, barrier) -> twins(variant, props.forTwins(variant, barrier)));
  }

  private Stage twins(Variant variant, Props.Twins props) {
    Stage stage =
        new Stage(
            props.tape(),
            new Names(props.nonce()),
            budgets,
            pace,
            barrier -> Lag.UNKNOWN,
            rigour,
            Set.of());
    Premises premises =
        target
            .premises(Optional.empty())
            .orElseThrow(() -> new ScriptError("the target has no endpoint"));
    stage.enter(Twin.ACTORS, variant, driver, premises);
    return stage;
  }

  /** Why a playing does not apply; empty if it can be played. */
  Optional<Finding> lack(Playing playing) {
    if (playing.scenario().isAtWireLevel() && network.isEmpty()) {
      return Optional.of(
          new Finding(playing.scenario().location(), "plain sockets", "this run has clients only"));
    }
    return new Casting(driver.profile(), target, quota).lack(playing);
  }

  /** A cast that has entered the stage. */
  Cast cast(Playing playing, Tape tape, String nonce, Calibration calibration)
      throws InterruptedException {
    Scenario scenario = playing.scenario();
    if (scenario.isOfClients()) {
      // The server of a rehearsal has one thread, so its barriers need no measuring.
      Stage stage =
          new Stage(
              tape,
              new Names(nonce),
              budgets,
              pace,
              barrier -> Lag.SELF_EVIDENT,
              rigour,
              watched(scenario));
      return new RehearsalCast(rehearsal(playing, stage));
    }
    Premises premises =
        target
            .premises(scenario.endpoint())
            .orElseThrow(
                () -> new ScriptError("the target has no endpoint " + scenario.endpoint()));
    if (!scenario.isAtWireLevel()) {
      Stage stage =
          new Stage(tape, new Names(nonce), budgets, pace, calibration, rigour, watched(scenario));
      stage.enter(scenario.actors(), playing.variant(), driver, premises);
      return new ClientCast(stage);
    }
    Scene scene =
        new Scene(
            tape,
            new Names(nonce),
            budgets,
            pace,
            calibration,
            rigour,
            target,
            premises,
            network.orElseThrow());
    scene.enter(scenario, playing.variant());
    return new PlainCast(scene);
  }

  private Rehearsal rehearsal(Playing playing, Stage stage) throws InterruptedException {
    door.acquire();
    try {
      return Rehearsal.open(playing.scenario(), playing.variant(), driver, stage);
    } finally {
      door.release();
    }
  }

  private static Set<String> watched(Scenario scenario) {
    return scenario.steps().stream()
        .filter(step -> Vocabulary.needsSentinel(step.verb()))
        .map(Step::actor)
        .collect(Collectors.toUnmodifiableSet());
  }
}
