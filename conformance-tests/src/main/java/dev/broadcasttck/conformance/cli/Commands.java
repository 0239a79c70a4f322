package dev.broadcasttck.conformance.cli;

import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/**
 * The commands of {@code tck}. Where one is typed, it is the only one that is made: to read the
 * options of all takes longer than to start a server.
 */
final class Commands {
  private static final String COMPLETION = "generate-completion";

  /** In the order in which the help has them. */
  private static final List<String> NAMES =
      List.of(
          "run",
          "client",
          "verify",
          "certify",
          "verify-bundle",
          "matrix",
          "kill",
          "results",
          "compare",
          "diff",
          "merge",
          "baseline",
          "report",
          "explain",
          "replay",
          "lint",
          "adapter",
          "mock",
          "proxy",
          "target",
          COMPLETION);

  private final Surroundings surroundings;

  Commands(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Adds those that the arguments may mean: what is no command's name may mean any. */
  void addTo(CommandLine tck, String... arguments) {
    String typed = arguments.length == 0 ? "" : arguments[0];
    boolean meansOne = NAMES.contains(typed) && !typed.equals(COMPLETION);
    List<String> meant = meansOne ? List.of(typed) : NAMES;
    meant.forEach(name -> tck.addSubcommand(name, command(name)));
  }

  private Object command(String name) {
    return switch (name) {
      case "run" -> new RunCommand(surroundings);
      case "client" -> new ClientCommand(surroundings);
      case "verify" -> new VerifyCommand(surroundings);
      case "certify" -> new CertifyCommand(surroundings);
      case "verify-bundle" -> new VerifyBundleCommand(surroundings);
      case "matrix" -> new MatrixCommand(surroundings);
      case "kill" -> new KillCommand(surroundings);
      case "results" -> new ResultsCommand(surroundings);
      case "compare" -> new CompareCommand(surroundings);
      case "diff" -> new DiffCommand(surroundings);
      case "merge" -> new MergeCommand(surroundings);
      case "baseline" -> BaselineCommandGroup.commandLine(surroundings);
      case "report" -> new ReportCommand(surroundings);
      case "explain" -> new ExplainCommand(surroundings);
      case "replay" -> new ReplayCommand(surroundings);
      case "lint" -> new LintCommand(surroundings);
      case "adapter" -> AdapterCommandGroup.commandLine(surroundings);
      case "mock" -> new MockCommand(surroundings);
      case "proxy" -> new ProxyCommand(surroundings);
      case "target" -> TargetCommand.commandLine(surroundings);
      case COMPLETION -> new GenerateCompletion();
      default -> throw new IllegalArgumentException("there is no command " + name);
    };
  }
}
