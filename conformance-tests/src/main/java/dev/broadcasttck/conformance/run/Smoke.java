package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.util.List;
import java.util.Map;

/** What the simplest scenario says of a run when it is played again at the end. */
final class Smoke {
  private Smoke() {}

  /**
   * Takes in a smoke scenario's second result. If it shows that something is wrong, the endpoint
   * was no longer what it had been, and what passed in between proves nothing.
   */
  static void again(Map<String, Result> results, Result last) {
    if (last.verdict() == Verdict.PASSED || last.verdict() == Verdict.NOT_APPLICABLE) {
      return;
    }
    results.replaceAll(
        (id, result) ->
            result.verdict() == Verdict.PASSED && !id.equals(last.id())
                ? doubted(result, last)
                : result);
    results.put(last.id(), last);
  }

  private static Result doubted(Result result, Result last) {
    Finding finding =
        new Finding(
            result.scenario().location(),
            "the endpoint still works at the end of the run",
            last.id() + " was " + last.verdict() + " when played last");
    return result.but(Verdict.INCONCLUSIVE, List.of(finding));
  }
}
