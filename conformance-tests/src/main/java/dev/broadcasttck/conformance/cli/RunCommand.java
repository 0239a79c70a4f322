package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.probe.EndpointProbe;
import dev.broadcasttck.conformance.probe.Standing;
import dev.broadcasttck.conformance.report.ConsoleReport;
import dev.broadcasttck.conformance.report.JsonReport;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Reports;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Stranger;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.rule.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck run}: plays the scenarios against a server, and says whether it conforms. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Plays the scenarios against a server, and says whether it conforms.")
final class RunCommand implements Callable<Integer> {
  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  @Mixin private final FaultOption faultOption = new FaultOption();
  private final Surroundings surroundings;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description =
          "Play only these: the id of a scenario or a rule, a chapter such as SELF, a glob, or tag:WORD."
              + " May be given several times.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--vsn",
      paramLabel = "VERSION",
      completionCandidates = Vsn.class,
      converter = Vsn.class,
      description = "Play this protocol version only: ${COMPLETION-CANDIDATES}.")
  @Nullable ProtocolVersion vsn;

  @Option(
      names = "--scenarios",
      paramLabel = "DIR",
      description = "Play the scenarios in this directory in place of the suite's own.")
  @Nullable Path scenarios;

  @Option(names = "--list", description = "Only say what there is to be played.")
  boolean list;

  @Option(names = "--dry-run", description = "Only say what would be done, and open no socket.")
  boolean dryRun;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results to this file.")
  @Nullable Path json;

  private Redaction redaction = Redaction.NONE;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Corpus corpus = scenarios == null ? Corpora.bundled() : Corpora.read(scenarios);
    List<Playing> playings = new Selection(only, Optional.ofNullable(vsn)).of(corpus);
    if (list) {
      return say(Agenda.contents(playings));
    }
    Optional<Endpoint> named = endpointOptions.endpoint(surroundings);
    faultOption.refuseUnlessOurs(named);
    if (dryRun) {
      return say(Agenda.plan(playings, named.map(Stranger::new)));
    }
    ResultsFile.refuseUnwritable(json);
    return CutOff.guard(() -> play(corpus.rules(), playings, named));
  }

  /** How texts about this run lose what must not be shown. */
  Redaction redaction() {
    return redaction;
  }

  private int play(RuleBook rules, List<Playing> playings, Optional<Endpoint> named)
      throws InterruptedException {
    try (Transport transport =
            Transport.open(endpointOptions.transport(surroundings.environment()));
        Venue venue = named.<Venue>map(Stranger::new).orElseGet(this::mock)) {
      redaction = new Redaction(endpointOptions.secrets(venue.endpoint()));
      if (named.isPresent()) {
        knock(transport, venue.endpoint(), playings.get(0).variant().vsn());
      }
      return play(rules, playings, transport, venue);
    }
  }

  private Venue mock() {
    return BundledMock.open(faultOption.faults);
  }

  private int play(RuleBook rules, List<Playing> playings, Transport transport, Venue venue)
      throws InterruptedException {
    Reports reports = reports(rules, venue);
    try (Driver driver = new ScriptedDriver(transport)) {
      Outcome outcome =
          new Run(rules, venue.endpoint(), driver, venue.quota(), Budgets.DEFAULT)
              .play(playings, reports);
      reports.ended(outcome);
      return outcome.exitCode().code();
    } catch (InterruptedException e) {
      reports.cutOff();
      throw e;
    }
  }

  private void knock(Transport transport, Endpoint endpoint, ProtocolVersion version)
      throws InterruptedException {
    Standing standing = new EndpointProbe(transport).probe(endpoint, version);
    if (standing.exitCode() != ExitCode.CONFORMANT) {
      throw new Mistake(standing.exitCode(), redaction.redact(standing.sentence()));
    }
  }

  private Reports reports(RuleBook rules, Venue venue) {
    Screen screen = new Screen(surroundings.out(), surroundings.traits(), redaction);
    String whom = venue instanceof Stranger ? "" : " (the bundled mock)";
    screen.line(
        "Broadcast TCK %s at %s%s".formatted(Version.number(), venue.endpoint().socket(), whom));
    return new Reports(
        new ConsoleReport(screen, rules, again()),
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
    String directory = scenarios == null ? "" : " --scenarios '" + scenarios + "'";
    return "./tck run" + endpointOptions.again() + faultOption.again() + directory;
  }

  private int say(List<String> lines) {
    lines.forEach(surroundings.out()::println);
    return ExitCode.CONFORMANT.code();
  }
}
