package dev.broadcasttck.bench.measure;

import dev.broadcasttck.bench.load.Broken;
import dev.broadcasttck.bench.record.Notes;
import dev.broadcasttck.bench.record.Quantity;
import dev.broadcasttck.bench.server.Roster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of the suite against the bundled mock, from the command line to its exit.
 *
 * @param home the project's folder
 * @param options of {@code ./tck run}
 */
public record Suite(Path home, List<String> options) {
  /** As in the report: an A took 0.9 ms. */
  private static final Pattern COST = Pattern.compile("an? ([A-D]) took ([0-9.]+) (ms|s)\\b");

  private static final int MILLIS = 1_000;

  public String scenario() {
    return "./tck run " + String.join(" ", options);
  }

  /** Runs it once; a run that is not green is no measurement. */
  public void measure(Notes notes) {
    long start = System.nanoTime();
    String report = run();
    notes.add(Roster.MOCK, scenario(), Quantity.WALL, (System.nanoTime() - start) / 1e9);
    Matcher costs = COST.matcher(report);
    while (costs.find()) {
      double time = Double.parseDouble(costs.group(2));
      double millis = costs.group(3).equals("s") ? time * MILLIS : time;
      notes.add(Roster.MOCK, scenario(), Quantity.NEGATIVE + costs.group(1), millis);
    }
  }

  private String run() {
    List<String> command =
        Stream.concat(Stream.of(home.resolve("tck").toString(), "run"), options.stream()).toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String report;
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        report = String.join("\n", output.lines().toList());
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new Broken(scenario() + " ended with " + code + ":\n" + report);
      }
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("interrupted");
    }
  }
}
