package dev.broadcasttck.bench.cli;

import dev.broadcasttck.bench.load.Broken;
import dev.broadcasttck.bench.record.Document;
import dev.broadcasttck.bench.record.Ledger;
import dev.broadcasttck.bench.record.Notes;
import dev.broadcasttck.bench.record.Tables;
import dev.broadcasttck.bench.server.Roster;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code benchmarks/run}. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the mock beside other servers, on this machine.")
public final class Bench implements Callable<Integer> {
  private static final int BROKEN = 1;
  private static final int USAGE = 4;

  @Mixin private final Options options = new Options();
  private final Path home;
  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  Bench(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    System.exit(commandLine(Path.of(System.getProperty("bench.home", "."))).execute(arguments));
  }

  static CommandLine commandLine(Path home) {
    return new CommandLine(new Bench(home))
        .registerConverter(Group.class, Group::of)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((problem, words) -> complain(problem))
        .setExecutionExceptionHandler((problem, command, parsed) -> complain(problem, command));
  }

  private static int complain(ParameterException problem) {
    String sentence = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    if (problem.getCause() instanceof Mistake mistake) {
      sentence = String.valueOf(mistake.getMessage());
    } else if (problem instanceof UnmatchedArgumentException unmatched) {
      String nearest =
          unmatched.getSuggestions().stream()
              .findFirst()
              .map(name -> ", did you mean '" + name + "'?")
              .orElse("; see 'benchmarks/run --help'");
      sentence = "unknown option '" + unmatched.getUnmatched().get(0) + "'" + nearest;
    }
    problem.getCommandLine().getErr().println("benchmarks/run: " + sentence);
    return USAGE;
  }

  private static int complain(Exception problem, CommandLine command) throws Exception {
    if (problem instanceof Mistake || problem instanceof Broken) {
      command.getErr().println("benchmarks/run: " + problem.getMessage());
      return problem instanceof Mistake ? USAGE : BROKEN;
    }
    throw problem;
  }

  @Override
  public Integer call() {
    int rounds = options.roundsWanted();
    Duration time = Duration.ofMillis(options.millisWanted());
    Roster roster = Roster.of(home, options.addresses());
    Optional<Document> document = options.documentWanted();
    List<Ledger> records = new ArrayList<>(options.sittings());
    if (records.isEmpty()) {
      records.add(measure(new Sitting(home, roster, rounds, out), time));
    }
    document.ifPresent(it -> it.write(new Tables(records).markdown()));
    return 0;
  }

  private Ledger measure(Sitting sitting, Duration time) {
    Notes notes = new Notes();
    for (Group group : options.only) {
      switch (group) {
        case START -> sitting.start(notes);
        case SUITE -> sitting.suite(notes);
        default -> sitting.probe(group.probes(time), notes);
      }
    }
    notes
        .measurements()
        .forEach(
            it ->
                out.printf(
                    "%-16s %-28s %-34s %,14.2f%n",
                    it.server(), it.scenario(), it.quantity(), it.median()));
    out.flush();
    Ledger record = Ledger.of(notes.measurements());
    return options.into.map(record::mergeInto).orElse(record);
  }
}
