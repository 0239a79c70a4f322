package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.report.Compliance;
import dev.broadcasttck.conformance.report.ConsoleReport;
import dev.broadcasttck.conformance.report.JsonReport;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Reports;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.venue.BundledMock;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code tck client}: plays the scenarios with a client library, and says whether it conforms. */
@Command(
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
  private final Surroundings surroundings;

  @Option(names = "--list", description = "Only say what there is to be played.")
  boolean list;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results to this file.")
  @Nullable Path json;

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
    OutputFile.refuseUnwritable("--json", json);
    OutputFile.refuseUnwritable("--sdk-compliance", compliance);
    if (declared != null) {
      JsonNode unused = Compliance.features(declared);
    }
    RuleBook rules = corpus.rules();
    return CutOff.guard(() -> watch ? watch(rules, gate, host) : code(rules, gate, host));
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int code(RuleBook rules, Gate gate, Optional<Venue> host) throws InterruptedException {
    return play(rules, gate, host).exitCode().code();
  }

  /** Until Ctrl-C. */
  private int watch(RuleBook rules, Gate gate, Optional<Venue> host) throws InterruptedException {
    try (Workplaces workplaces = Workplaces.open(libraryOptions.workplaces())) {
      Gate next = gate;
      while (true) {
        next = gate.selecting(again(play(rules, next, host), gate.selection()));
        surroundings.out().println("waiting for a change in " + workplaces);
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

  private Outcome play(RuleBook rules, Gate all, Optional<Venue> host) throws InterruptedException {
    TransportOptions options = endpointOptions.transport(surroundings.environment());
    Supplier<Driver> starter = libraryOptions.starter(surroundings, options);
    try (Transport transport = Transport.open(options);
        Venue venue = host.orElseGet(() -> BundledMock.open(List.of()));
        Driver driver = starter.get()) {
      redaction = new Redaction(venue.secrets());
      Casting casting = new Casting(driver.profile(), venue.target(), venue.quota());
      Gate gate = all.selecting(casting.suited(all.selection()));
      List<Playing> playings = gateOptions.ofShard(gate.selection());
      if (host.isPresent()) {
        new Knock(transport, redaction).before(playings, venue, driver.profile());
      }
      Reports reports = reports(rules, venue, driver.profile());
      gate.open(reports);
      try {
        Outcome outcome =
            new LibraryRun(rules, driver, starter, venue, rigourOptions.rigour(venue.quota()))
                .play(playings, gate.before(reports));
        Outcome held = gate.close(outcome, reports);
        declare(Compliance.of(outcome.results(), rules), driver.profile());
        return held;
      } catch (InterruptedException e) {
        reports.cutOff();
        throw e;
      }
    }
  }

  private void declare(Compliance seen, DriverProfile profile) {
    if (declared != null) {
      List<String> differences = seen.differences(declared);
      surroundings.out().println(differences.size() + " differences from " + declared);
      differences.forEach(surroundings.out()::println);
    }
    OutputFile.write(compliance, seen.yaml(profile.name()));
  }

  private Reports reports(RuleBook rules, Venue venue, DriverProfile profile) {
    Screen screen = new Screen(surroundings.out(), surroundings.traits(), redaction);
    String whom = venue.name().isEmpty() ? "" : " (" + venue.name() + ")";
    screen.line(
        "Broadcast TCK %s with %s %s at %s%s"
            .formatted(
                Version.number(),
                profile.name(),
                profile.version(),
                venue.endpoint().socket(),
                whom));
    return new Reports(
        new ConsoleReport(screen, rules, again(), libraryOptions.commandAgain()),
        Optional.ofNullable(json)
            .map(
                file ->
                    new JsonReport(
                        file,
                        Version.number(),
                        venue.endpoint(),
                        redaction,
                        surroundings.clock())));
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
