package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.divergence.DivergenceReport;
import dev.broadcasttck.conformance.divergence.SideBySide;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck diff}: plays the same scripts at two servers, and says where they part. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Plays the same scripts at two servers, and says of each script where first the one says"
          + " something else than the other. Names, references, ids and times do not count.",
      "Exit codes: 0 where they say the same, 1 where they differ, 2 where no script applies to"
          + " both."
    })
final class DiffCommand implements Callable<Integer>, Discreet {
  @Option(
      names = "--a",
      required = true,
      paramLabel = "TARGET",
      description = "The one server: an address, a target file, or a name such as mock.")
  @Nullable String a;

  @Option(
      names = "--b",
      required = true,
      paramLabel = "TARGET",
      description = "The other server, likewise.")
  @Nullable String b;

  @Option(
      names = "--apikey-a",
      paramLabel = "KEY",
      description = "Its key. Default: the variable TCK_APIKEY_A, else TCK_APIKEY.")
  @Nullable String apiKeyOfA;

  @Option(
      names = "--apikey-b",
      paramLabel = "KEY",
      description = "The other's key. Default: the variable TCK_APIKEY_B, else TCK_APIKEY.")
  @Nullable String apiKeyOfB;

  @Option(
      names = "--fault-a",
      paramLabel = "NAME",
      completionCandidates = FaultOption.Names.class,
      converter = FaultOption.Names.class,
      description = "Let the bundled mock misbehave there; see 'tck run --help'.")
  List<Fault> faultsOfA = new ArrayList<>();

  @Option(
      names = "--fault-b",
      paramLabel = "NAME",
      completionCandidates = FaultOption.Names.class,
      converter = FaultOption.Names.class,
      description = "Let the bundled mock misbehave here.")
  List<Fault> faultsOfB = new ArrayList<>();

  @Mixin private final TrustOptions trust = new TrustOptions();
  @Mixin private final PlayingOptions playingOptions = new PlayingOptions();
  private final Surroundings surroundings;
  private Redaction redaction = Redaction.NONE;

  DiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Corpus corpus = playingOptions.corpus();
    List<Playing> playings = playingOptions.playingsAtServer(corpus);
    SideOptions one =
        new SideOptions("a", Objects.requireNonNull(a), apiKeyOfA, List.copyOf(faultsOfA));
    SideOptions other =
        new SideOptions("b", Objects.requireNonNull(b), apiKeyOfB, List.copyOf(faultsOfB));
    return CutOff.guard(() -> diff(corpus.rules(), playings, one, other));
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int diff(RuleBook rules, List<Playing> playings, SideOptions one, SideOptions other)
      throws InterruptedException {
    TransportOptions options = trust.through(ProxyVariable.in(surroundings.environment()));
    try (Side sideA = Side.open(one.venue(surroundings), options);
        Side sideB = Side.open(other.venue(surroundings), options)) {
      redaction = new Redaction(secrets(sideA.venue(), sideB.venue()));
      sideA.knock(playings, redaction);
      sideB.knock(playings, redaction);
      return diff(new SideBySide(sideA.run(rules), sideB.run(rules)), playings);
    }
  }

  private int diff(SideBySide sides, List<Playing> playings) throws InterruptedException {
    Screen screen = new Screen(surroundings.out(), surroundings.traits(), redaction);
    DivergenceReport report = new DivergenceReport(screen);
    report.end(sides.play(playings, report::add));
    if (report.compared() == 0) {
      return ExitCode.INCONCLUSIVE.code();
    }
    return (report.differing() > 0 ? ExitCode.NOT_CONFORMANT : ExitCode.CONFORMANT).code();
  }

  private static List<Secret> secrets(Venue one, Venue other) {
    return Stream.concat(one.secrets().stream(), other.secrets().stream()).toList();
  }
}
