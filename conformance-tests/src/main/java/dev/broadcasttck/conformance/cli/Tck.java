package dev.broadcasttck.conformance.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete.GenerateCompletion;
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
    System.exit(commandLine(Surroundings.ofProcess()).execute(arguments));
  }

  static CommandLine commandLine(Surroundings surroundings) {
    Complaints complaints = new Complaints();
    return new CommandLine(new Tck())
        .addSubcommand(new RunCommand(surroundings))
        .addSubcommand(new ClientCommand(surroundings))
        .addSubcommand(new VerifyCommand(surroundings))
        .addSubcommand(new CertifyCommand(surroundings))
        .addSubcommand(new VerifyBundleCommand(surroundings))
        .addSubcommand(new MatrixCommand(surroundings))
        .addSubcommand(new KillCommand(surroundings))
        .addSubcommand(new ResultsCommand(surroundings))
        .addSubcommand(new CompareCommand(surroundings))
        .addSubcommand(new DiffCommand(surroundings))
        .addSubcommand(new MergeCommand(surroundings))
        .addSubcommand(BaselineCommandGroup.commandLine(surroundings))
        .addSubcommand(new ReportCommand(surroundings))
        .addSubcommand(new ExplainCommand(surroundings))
        .addSubcommand(new ReplayCommand(surroundings))
        .addSubcommand(new LintCommand(surroundings))
        .addSubcommand(AdapterCommandGroup.commandLine(surroundings))
        .addSubcommand(new MockCommand(surroundings))
        .addSubcommand(new ProxyCommand(surroundings))
        .addSubcommand(TargetCommand.commandLine(surroundings))
        .addSubcommand(new GenerateCompletion())
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(complaints::aboutUsage)
        .setExecutionExceptionHandler(complaints::aboutExecution);
  }
}
