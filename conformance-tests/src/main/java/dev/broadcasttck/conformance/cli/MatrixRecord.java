package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.record.Case;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.record.Minutes;
import dev.broadcasttck.conformance.record.Proceedings;
import dev.broadcasttck.conformance.report.Matrix;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of a run of several libraries at several servers, as far as it has come. */
final class MatrixRecord {
  private final Minutes minutes;
  private final List<Case> cases = new ArrayList<>();

  MatrixRecord(Minutes minutes) {
    this.minutes = minutes;
  }

  /** Writes down what came of a pair. */
  void add(Matrix.Cell cell, Clerk clerk) {
    cell.outcome().results().stream()
        .map(it -> clerk.write(it, Optional.of(cell.library()), Optional.of(cell.target())))
        .forEach(cases::add);
  }

  Proceedings proceedings(List<Matrix.Cell> cells, Ending ending) {
    List<Result> results =
        cells.stream().flatMap(cell -> cell.outcome().results().stream()).toList();
    return minutes.of(
        cases,
        new Outcome(
            results,
            sum(cells.stream().map(cell -> cell.outcome().took()).toList()),
            sum(cells.stream().map(cell -> cell.outcome().drained()).toList())),
        ending,
        Map.of());
  }

  private static Duration sum(List<Duration> times) {
    return times.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
