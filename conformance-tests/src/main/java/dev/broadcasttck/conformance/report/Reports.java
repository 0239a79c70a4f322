package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import java.util.Optional;

/** Everything that is told about a run: to a person, and to a file where one is wanted. */
public record Reports(ConsoleReport console, Optional<JsonReport> json) implements RunListener {
  @Override
  public void began(int total) {
    console.began(total);
    json.ifPresent(report -> report.began(total));
  }

  @Override
  public void finished(Result result) {
    console.finished(result);
    json.ifPresent(report -> report.finished(result));
  }

  public void ended(Outcome outcome) {
    json.ifPresent(report -> report.write(outcome));
    console.ended(outcome);
  }

  /** The run was stopped before its end. */
  public void cutOff() {
    json.ifPresent(JsonReport::writeCutOff);
    console.cutOff();
  }
}
