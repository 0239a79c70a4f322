package dev.broadcasttck.conformance.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code tck}, the suite's front door. */
@Command(
    name = "tck",
    description = "Conformance suite and mock server for the Realtime Broadcast protocol.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "The project's own tests: ./tck test [MAVEN ARGUMENTS]",
      "Completion for bash and zsh: source <(./tck generate-completion)",
      "",
      "Exit codes: 0 conformant, 1 not conformant, 2 inconclusive or nothing exercised,",
      "3 the suite itself is at fault, 4 wrong usage or configuration, 5 the baseline is out of date."
    })
public final class Tck {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where the suite itself went wrong, if it did.")
  boolean debug;

  /** Warns of sockets that we cut while they open; held here, or its level would be forgotten. */
  private static final Logger NETWORK = Logger.getLogger("okhttp3.OkHttpClient");

  public static void main(String[] arguments) {
    NETWORK.setLevel(Level.OFF);
    System.exit(commandLine(Surroundings.ofProcess(), arguments).execute(arguments));
  }

  /**
   * The whole of it, or as much as the arguments need.
   *
   * @param arguments what will be typed; all commands are there without any
   */
  static CommandLine commandLine(Surroundings surroundings, String... arguments) {
    Complaints complaints = new Complaints();
    CommandLine tck = new CommandLine(new Tck());
    new Commands(surroundings).addTo(tck, arguments);
    return tck.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(complaints::aboutUsage)
        .setExecutionExceptionHandler(complaints::aboutExecution);
  }
}
