package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.target.Declaration;
import dev.broadcasttck.conformance.target.DeclaredTarget;
import dev.broadcasttck.conformance.target.Supplies;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.spec.source.InvalidSource;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tck target check}: says what is wrong with a target file, without asking the target. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what is wrong with a target file. Opens no socket.")
final class TargetCheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The target file, or the name of a preset.")
  @Nullable String file;

  TargetCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Declaration declaration = NamedTarget.declaration(String.valueOf(file));
    PrintWriter out = surroundings.out();
    declaration.notes(false).forEach(note -> out.println("note: " + note));
    try {
      DeclaredTarget target =
          declaration.complete(Supplies.none(surroundings.environment(), surroundings.clock()));
      out.printf(
          "%s is right: %s, with %d capabilities%n",
          file, target.main().endpoint().socket(), target.capabilities().size());
    } catch (InvalidSource incomplete) {
      incomplete.problems().forEach(problem -> out.println("missing: " + problem));
      out.printf("%s is right as far as it goes%n", file);
    }
    return ExitCode.CONFORMANT.code();
  }
}
