package dev.broadcasttck.conformance.kill;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.proof.Rigour;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.mock.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bundled mock with a fault, and what is played at it. */
final class FaultyServer implements AutoCloseable {
  private final Fault fault;
  private final BundledMock mock;
  private final ScriptedDriver driver;
  private final Run run;
  private final Run patient;

  /** Whether it has been wrong before anybody came, as it is with other settings. */
  private final boolean alwaysWrong;

  private FaultyServer(Workbench bench, Fault fault, Budgets budgets) {
    this.fault = fault;
    this.mock = BundledMock.open(List.of(fault));
    this.driver = new ScriptedDriver(bench.transport());
    this.run = run(bench, budgets);
    this.patient = run(bench, Budgets.DEFAULT);
    this.alwaysWrong = fault.activations() > 0;
  }

  private Run run(Workbench bench, Budgets budgets) {
    return new Run(
        bench.corpus().rules(),
        mock.target(),
        driver,
        Optional.of(bench.network()),
        Quota.OWN,
        budgets,
        Rigour.DEFAULT);
  }

  /**
   * A server that serves until it is closed.
   *
   * @param budgets for what does not take long by itself
   */
  static FaultyServer open(Workbench bench, Fault fault, Budgets budgets) {
    return new FaultyServer(bench, fault, budgets);
  }

  /** Plays all side by side, and watches to the end. */
  List<Result> play(List<Playing> playings) throws InterruptedException {
    List<Playing> lasting = playings.stream().filter(Patience::isNeededFor).toList();
    List<Playing> brief = playings.stream().filter(it -> !Patience.isNeededFor(it)).toList();
    List<Result> results = new ArrayList<>(run.play(brief, new SilentListener()).results());
    if (!lasting.isEmpty()) {
      results.addAll(patient.play(lasting, new SilentListener()).results());
    }
    return results;
  }

  /** Plays one with nothing beside it. */
  Sighting playAlone(Playing playing) throws InterruptedException {
    long before = fault.activations();
    Result result = (Patience.isNeededFor(playing) ? patient : run).play(playing);
    return new Sighting(result, alwaysWrong || fault.activations() > before);
  }

  long activations() {
    return fault.activations();
  }

  @Override
  public void close() {
    driver.close();
    mock.close();
  }
}
