package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.artefact.SecretGate;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.record.Minutes;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.record.Recording;
import dev.broadcasttck.conformance.report.ConsoleReport;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import java.io.PrintWriter;

/** Everything that is told about a run: to whoever watches it, and to the files that are wanted. */
final class Reporting implements RunListener {
  private final ConsoleReport console;
  private final Recording recording;
  private final ReportOptions options;
  private final SecretGate gate;
  private final CutOff cutOff;
  private final PrintWriter out;

  private Reporting(
      ConsoleReport console,
      Recording recording,
      ReportOptions options,
      SecretGate gate,
      CutOff cutOff,
      PrintWriter out) {
    this.console = console;
    this.recording = recording;
    this.options = options;
    this.gate = gate;
    this.cutOff = cutOff;
    this.out = out;
  }

  /** A run that reports. */
  @FunctionalInterface
  interface Reported {
    Outcome play(RunListener reports) throws InterruptedException;
  }

  static Reporting open(
      Surroundings surroundings,
      Sitting sitting,
      Clerk clerk,
      ReportOptions options,
      CutOff cutOff) {
    Screen screen = new Screen(surroundings.out(), surroundings.traits(), clerk.redaction());
    screen.line(sitting.title());
    Minutes minutes =
        new Minutes(
            Version.number(),
            sitting.venue().endpoint(),
            sitting.venue().name(),
            sitting.player(),
            sitting.seed(),
            sitting.venue().canary(),
            clerk,
            surroundings.clock(),
            surroundings.clock().instant());
    return new Reporting(
        new ConsoleReport(screen, clerk.rules(), clerk.command().head(), clerk.command().tail()),
        new Recording(minutes),
        options,
        new SecretGate(clerk.redaction()),
        cutOff,
        surroundings.out());
  }

  /**
   * Plays, and reports what came of it, however it ends.
   *
   * @param held what results pass on their way here
   * @throws InterruptedException if the run was stopped; that is reported by then
   */
  Outcome watch(Gate held, Reported run) throws InterruptedException {
    held.open(recording::note);
    try {
      Outcome outcome = held.close(run.play(held.before(this)), recording::note);
      cutOff.settle();
      console.ended(outcome);
      options.write(recording.whole(outcome), gate, out);
      return outcome;
    } catch (InterruptedException e) {
      cutOff.settle();
      Ending ending = cutOff.ending();
      options.write(recording.part(ending), gate, out);
      console.cutOff(ending.stopped().orElse(""));
      throw e;
    }
  }

  /** The record of a run that has come to its end. */
  Proceedings whole(Outcome outcome) {
    return recording.whole(outcome);
  }

  @Override
  public void began(int total) {
    console.began(total);
  }

  @Override
  public void finished(Result result) {
    console.finished(result);
    recording.finished(result);
  }
}
