package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.record.Proceedings.Player;
import dev.broadcasttck.conformance.report.Compliance;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Planted;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.RuleBook;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code tck client}: plays the scenarios with a client library, and says whether it conforms. */
@CommandLine.Command(
    name = "client",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Plays the scenarios with a client library, and says whether it conforms.")
final class ClientCommand implements Callable<Integer>, Discreet {
  private static final Set<Verdict> WORTH_ANOTHER_LOOK =
      EnumSet.of(Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.HARNESS_ERROR);

  @Mixin private final LibraryOptions libraryOptions = new LibraryOptions();
  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  @Mixin private final TargetOption targetOption = new TargetOption();
  @Mixin private final RigourOptions rigourOptions = new RigourOptions();
  @Mixin private final PlayingOptions playingOptions = new PlayingOptions();
  @Mixin private final GateOptions gateOptions = new GateOptions();
  @Mixin private final TimeoutOption timeoutOption = new TimeoutOption();
  @Mixin private final ReportOptions reportOptions = new ReportOptions();
  @Mixin private final TapesOption tapesOption = new TapesOption();
  private final Surroundings surroundings;

  @Option(names = "--list", description = "Only say what there is to be played.")
  boolean list;

  @Option(
      names = "--sdk-compliance",
      paramLabel = "FILE",
      description = "Write what was seen, by the ids of the public capability matrix.")
  @Nullable Path compliance;

  @Option(
      names = "--compare-declared",
      paramLabel = "FILE",
      description = "Say where this sdk-compliance.yaml and what was seen differ.")
  @Nullable Path declared;

  @Option(
      names = "--watch",
      description = "Stay, and play what was not green again whenever the adapter's files change.")
  boolean watch;

  private Redaction redaction = Redaction.NONE;

  ClientCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Corpus corpus = playingOptions.corpus();
    List<Playing> playings =
        playingOptions.playings(corpus).stream()
            .filter(playing -> !playing.scenario().isAtWireLevel())
            .toList();
    if (playings.isEmpty()) {
      throw Mistake.usage("nothing of that is played by clients");
    }
    playings = gateOptions.ofProfile(playings, Party.CLIENT);
    if (list) {
      Agenda.contents(gateOptions.ofShard(playings)).forEach(surroundings.out()::println);
      return ExitCode.CONFORMANT.code();
    }
    if (watch) {
      gateOptions.refuseShard("--watch");
    }
    Gate gate = gateOptions.gate(corpus, playings, surroundings.clock());
    Optional<Venue> host = targetOption.host(endpointOptions, surroundings);
    reportOptions.refuseUnwritable();
    OutputFile.refuseUnwritable("--sdk-compliance", compliance);
    if (declared != null) {
      JsonNode unused = Compliance.features(declared);
    }
    Session session = new Session(corpus.rules(), gate, host);
    return CutOff.guard(
        timeoutOption.limit(), cutOff -> watch ? watch(session, cutOff) : code(session, cutOff));
  }

  /** What is to be played, and where. */
  private record Session(RuleBook rules, Gate gate, Optional<Venue> host) {}

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int code(Session session, CutOff cutOff) throws InterruptedException {
    return play(session, session.gate(), cutOff).exitCode().code();
  }

  /** Until Ctrl-C. */
  private int watch(Session session, CutOff cutOff) throws InterruptedException {
    try (Workplaces workplaces = Workplaces.open(libraryOptions.workplaces())) {
      Gate all = session.gate();
      Gate next = all;
      while (true) {
        next = all.selecting(again(play(session, next, cutOff), all.selection()));
        surroundings.out().println("waiting for a change in " + workplaces);
        cutOff.resume();
        workplaces.awaitChange();
      }
    }
  }

  /** What was not green; everything, when all of that is. */
  private static List<Playing> again(Outcome outcome, List<Playing> all) {
    Set<String> doubtful =
        outcome.results().stream()
            .filter(result -> WORTH_ANOTHER_LOOK.contains(result.verdict()))
            .map(Result::scenario)
            .map(scenario -> scenario.id())
            .collect(Collectors.toSet());
    return doubtful.isEmpty()
        ? all
        : all.stream().filter(playing -> doubtful.contains(playing.scenario().id())).toList();
  }

  private Outcome play(Session session, Gate all, CutOff cutOff) throws InterruptedException {
    TransportOptions options = endpointOptions.transport(surroundings.environment());
    RuleBook rules = session.rules();
    Supplier<Driver> starter = libraryOptions.starter(surroundings, options);
    try (Transport transport = Transport.open(options);
        Planted venue = Planted.in(session.host().orElseGet(() -> BundledMock.open(List.of())));
        Driver driver = starter.get()) {
      redaction = new Redaction(venue.secrets());
      Casting casting = new Casting(driver.profile(), venue.target(), venue.quota());
      Gate gate = all.selecting(casting.suited(all.selection()));
      List<Playing> playings = gateOptions.ofShard(gate.selection());
      if (session.host().isPresent()) {
        new Knock(transport, redaction).before(playings, venue, driver.profile());
      }
      LibraryRun run =
          new LibraryRun(
              rules, driver, starter, venue.venue(), rigourOptions.rigour(venue.quota()));
      return reporting(rules, venue, driver.profile(), cutOff)
          .watch(gate, reports -> declared(run.play(playings, reports), rules, driver.profile()));
    }
  }

  /** The same outcome, after what it says of the public capabilities has been told. */
  private Outcome declared(Outcome outcome, RuleBook rules, DriverProfile profile) {
    Compliance seen = Compliance.of(outcome.results(), rules);
    if (declared != null) {
      List<String> differences = seen.differences(declared);
      surroundings.out().println(differences.size() + " differences from " + declared);
      differences.forEach(surroundings.out()::println);
    }
    OutputFile.write(compliance, seen.yaml(profile.name()));
    return outcome;
  }

  private Reporting reporting(RuleBook rules, Planted venue, DriverProfile profile, CutOff cutOff) {
    Command command = new Command(again(), libraryOptions.commandAgain());
    Player player = new Player(profile.name(), profile.version());
    return Reporting.open(
        surroundings,
        new Sitting(venue, Optional.of(player), Optional.empty()),
        new Clerk(rules, redaction, tapesOption.keeping(), command),
        reportOptions,
        cutOff);
  }

  private String again() {
    return "./tck client"
        + libraryOptions.again()
        + targetOption.again()
        + endpointOptions.again()
        + rigourOptions.again()
        + playingOptions.again();
  }
}
