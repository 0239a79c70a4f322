package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record in the making: results are remembered as they come, so that a run that is cut off still
 * has something to say.
 */
public final class Recording implements RunListener {
  private final Minutes minutes;
  private final List<Result> sofar = new ArrayList<>();
  private final Map<String, ObjectNode> notes = new LinkedHashMap<>();

  public Recording(Minutes minutes) {
    this.minutes = minutes;
  }

  /** Has something else written beside the results, such as what was selected. */
  public void note(String name, ObjectNode value) {
    notes.put(name, value);
  }

  @Override
  public void began(int total) {}

  @Override
  public synchronized void finished(Result result) {
    sofar.add(result);
  }

  /** The record of the run that has come to its end. */
  public Proceedings whole(Outcome outcome) {
    return minutes.of(outcome, Ending.regular(outcome), notes);
  }

  /** The record of what there is of a run that was stopped before its end. */
  public synchronized Proceedings part(Ending ending) {
    Duration took = Duration.between(minutes.started(), minutes.clock().instant());
    return minutes.of(new Outcome(List.copyOf(sofar), took), ending, notes);
  }
}
