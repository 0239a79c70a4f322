package dev.broadcasttck.conformance.record;

import dev.broadcasttck.conformance.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record of a run. The file of results is exactly this, so any report can be made from it
 * again; nothing in it is secret.
 *
 * @param format the number of the file's format
 * @param tool what played
 * @param started when the run began
 * @param ended when it was over, or stopped
 * @param durationMs from the first scenario to the last, the drain left out
 * @param endpoint what was asked
 * @param target what the server is called; empty where it has no name but its address
 * @param client who played; absent where several did, each with results of its own
 * @param command what was typed, without what is secret
 * @param corpora that were played
 * @param seed of the order of the playings, where it was not that of the corpus
 * @param cutOff whether the run was stopped before its end
 * @param cutOffBecause why, in one sentence
 * @param exitCode what the command told the shell; absent where it was killed
 * @param summary how many results have each verdict
 * @param negatives what was shown not to happen, as a whole
 * @param remarks what else is to be said of the run, a sentence each
 * @param profile what was played for, and how its rules stand
 * @param shard which part of a run this is
 * @param parts of how many this was merged
 * @param planted what became of the secret that each run makes up to try its own redaction
 * @param rules those that the results are about, in the order of the rule book
 * @param results one for each playing
 */
public record Proceedings(
    int format,
    Tool tool,
    Instant started,
    Instant ended,
    double durationMs,
    Address endpoint,
    String target,
    Optional<Player> client,
    String command,
    List<String> corpora,
    Optional<Long> seed,
    boolean cutOff,
    Optional<String> cutOffBecause,
    Optional<Integer> exitCode,
    Map<String, Long> summary,
    Totals negatives,
    Optional<List<String>> remarks,
    Optional<ObjectNode> profile,
    Optional<ObjectNode> shard,
    Optional<Integer> parts,
    String planted,
    List<Law> rules,
    List<Case> results) {
  /** The format that this version writes and reads. */
  public static final int FORMAT = 1;

  /** This suite, in one of its versions. */
  public record Tool(String name, String version) {}

  /** A library, in one of its versions. */
  public record Player(String name, String version) {
    @Override
    public String toString() {
      return name + " " + version;
    }
  }

  /** Where the server's WebSocket and its REST batch are. */
  public record Address(String socket, String broadcast) {}

  /**
   * What was shown not to happen.
   *
   * @param grades how many have each grade
   * @param controlsPercent of the playings that forbid something, those whose controls held
   * @param medianCostOfAMs what a proof of grade A took
   * @param drainMs how long only what must not come was waited for
   */
  public record Totals(
      Map<String, Long> grades,
      long controlsPercent,
      Optional<Double> medianCostOfAMs,
      double drainMs) {}

  public long count(Verdict verdict) {
    return summary.getOrDefault(verdict.toString(), 0L);
  }

  public Optional<Law> rule(String id) {
    return rules.stream().filter(law -> law.id().equals(id)).findFirst();
  }

  /** What neither passed nor was out of the question. */
  public List<Case> doubtful() {
    return results.stream().filter(Case::isDoubtful).toList();
  }

  /** Who or what was judged, in words. */
  public String subject() {
    String server = target.isEmpty() ? endpoint.socket() : target + " (" + endpoint.socket() + ")";
    return client.map(player -> player + " at " + server).orElse(server);
  }
}
