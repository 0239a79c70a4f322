package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.spec.source.DidYouMean;
import dev.broadcasttck.spec.source.InvalidSource;
import dev.broadcasttck.spec.source.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the command line says that something is wrong: a sentence, an exit code, no stack trace. */
final class Complaints {
  /** So many problems of files are told. */
  private static final int ENOUGH = 100;

  int aboutUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    String sentence =
        problem instanceof UnmatchedArgumentException unmatched
            ? about(unmatched)
            : String.valueOf(problem.getMessage());
    String name = command.getCommandSpec().qualifiedName();
    String joint = sentence.endsWith("?") ? " See" : "; see";
    command.getErr().println(name + ": " + sentence + joint + " './" + name + " --help'");
    return ExitCode.USAGE.code();
  }

  int aboutExecution(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    if (problem instanceof Mistake mistake) {
      err.println(name + ": " + mistake.getMessage());
      return mistake.exitCode().code();
    }
    if (problem instanceof InvalidSource invalid) {
      tell(invalid.problems(), err);
      return ExitCode.USAGE.code();
    }
    StringWriter words = new StringWriter();
    words.append(name).append(": the suite itself is at fault: ").append(problem.toString());
    if (parsed.originalArgs().contains("--debug")) {
      words.append('\n');
      problem.printStackTrace(new PrintWriter(words));
    } else {
      words.append("; the same command with --debug shows where");
    }
    err.println(redaction(command).redact(words.toString()));
    return ExitCode.HARNESS_ERROR.code();
  }

  private static void tell(List<Problem> problems, PrintWriter err) {
    problems.stream().limit(ENOUGH).forEach(err::println);
    if (problems.size() > ENOUGH) {
      err.println("and %d more".formatted(problems.size() - ENOUGH));
    }
  }

  private static Redaction redaction(CommandLine command) {
    return command.getCommand() instanceof Discreet discreet
        ? discreet.redaction()
        : Redaction.NONE;
  }

  /**
   * Shows names only: what stands where nothing belongs may well be a key whose option is misspelt.
   */
  private static String about(UnmatchedArgumentException problem) {
    List<String> names =
        problem.getUnmatched().stream()
            .filter(argument -> argument.startsWith("-") && argument.length() > 1)
            .map(argument -> argument.replaceFirst("=.*", ""))
            .map(name -> "'" + name + "'")
            .toList();
    String ending = intended(problem).map(name -> ", did you mean '" + name + "'?").orElse("");
    if (!names.isEmpty()) {
      return "unknown option " + String.join(" and ", names) + ending;
    }
    return problem.getCommandLine().getSubcommands().isEmpty()
        ? "there is an argument that belongs to no option"
        : "unknown command '" + problem.getUnmatched().get(0) + "'" + ending;
  }

  private static Optional<String> intended(UnmatchedArgumentException problem) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    List<String> known =
        Stream.concat(
                command.subcommands().keySet().stream(), command.optionsMap().keySet().stream())
            .toList();
    String typed = problem.getUnmatched().get(0).replaceFirst("=.*", "");
    return DidYouMean.nearest(known, typed).or(() -> problem.getSuggestions().stream().findFirst());
  }
}
