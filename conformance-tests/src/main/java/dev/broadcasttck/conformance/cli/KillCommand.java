package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.kill.Court;
import dev.broadcasttck.conformance.kill.Docket;
import dev.broadcasttck.conformance.kill.Mutant;
import dev.broadcasttck.conformance.kill.Trial;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code tck kill}: whether the suite catches servers and clients that are wrong on purpose. */
@Command(
    name = "kill",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Plays the scenarios against servers, and with clients, that are wrong on purpose, and says"
          + " who is not caught.",
      "Exit codes: 1 where a mutant survives, 3 where the suite itself is at fault, else 0."
    })
final class KillCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--all",
      description =
          "Cross every fault with every scenario that a server can be tried with, not only those"
              + " that prove what it breaks and some others. Takes an hour or two.")
  boolean all;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      converter = Names.class,
      description =
          "Only this fault of a server, or misbehaviour of a client. May be given several times.")
  List<Mutant> mutants = new ArrayList<>();

  KillCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return CutOff.guard(this::kill);
  }

  private int kill() throws InterruptedException {
    try (Court court = new Court(Corpora.bundled())) {
      if (mutants.isEmpty() && !isSober(court.control())) {
        return ExitCode.HARNESS_ERROR.code();
      }
      List<Mutant> tried = mutants.isEmpty() ? Mutant.all() : mutants;
      say(Docket.HEADING);
      List<Trial> trials =
          court.hear(
              tried,
              all ? Optional.empty() : Optional.of(Court.OTHERS),
              trial -> Docket.lines(trial).forEach(this::say));
      return conclude(trials);
    }
  }

  /** Whether nothing is red at a server that is right. */
  private boolean isSober(List<Result> control) {
    List<Result> red =
        control.stream()
            .filter(result -> result.verdict() != Verdict.PASSED)
            .filter(result -> result.verdict() != Verdict.NOT_APPLICABLE)
            .toList();
    red.forEach(
        result ->
            say(
                "without a fault: %s %s %s"
                    .formatted(result.verdict(), result.id(), result.findings())));
    return red.isEmpty();
  }

  private int conclude(List<Trial> trials) {
    List<Trial> survivors = trials.stream().filter(trial -> !trial.isKilled()).toList();
    long stumbles = trials.stream().filter(trial -> !trial.stumbles().isEmpty()).count();
    say("");
    say(
        "%d of %d mutants killed%s"
            .formatted(
                trials.size() - survivors.size(),
                trials.size(),
                survivors.isEmpty() ? "" : "; alive: " + names(survivors)));
    if (stumbles > 0) {
      return ExitCode.HARNESS_ERROR.code();
    }
    return (survivors.isEmpty() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT).code();
  }

  private static String names(List<Trial> trials) {
    return String.join(", ", trials.stream().map(trial -> trial.mutant().name()).toList());
  }

  private void say(String line) {
    surroundings.out().println(line);
    surroundings.out().flush();
  }

  static final class Names implements ITypeConverter<Mutant>, Iterable<String> {
    @Override
    public Mutant convert(String typed) {
      return Mutant.named(typed)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no fault '" + typed + "'" + DidYouMean.among(names(), typed)));
    }

    private static List<String> names() {
      return Mutant.all().stream().map(Mutant::name).toList();
    }

    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
