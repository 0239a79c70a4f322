package dev.broadcasttck.conformance.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code tck}, the suite's front door. */
@Command(
    name = "tck",
    description = "Conformance suite and mock server for the Realtime Broadcast protocol.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RunCommand.class, MockCommand.class, GenerateCompletion.class},
    footer = {
      "",
      "The project's own tests: ./tck test [MAVEN ARGUMENTS]",
      "Completion for bash and zsh: source <(./tck generate-completion)",
      "",
      "Exit codes: 0 conformant, 1 not conformant, 2 inconclusive or nothing exercised,",
      "3 the suite itself is at fault, 4 wrong usage or configuration."
    })
public final class Tck implements Runnable {
  @Spec CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where the suite itself went wrong, if it did.")
  boolean debug;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine tck = new CommandLine(new Tck());
    tck.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    tck.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    Complaints complaints = new Complaints();
    tck.setParameterExceptionHandler(complaints::aboutUsage);
    tck.setExecutionExceptionHandler(complaints::aboutExecution);
    tck.setExpandAtFiles(false);
    return tck;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: 'tck run' tests a server, 'tck mock' is one");
  }
}
