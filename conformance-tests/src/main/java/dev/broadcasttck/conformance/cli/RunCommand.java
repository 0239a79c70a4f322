package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.plain.PlainNetwork;
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
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.RuleBook;
import java.nio.file.Path;
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
final class RunCommand implements Callable<Integer>, Discreet {
  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  @Mixin private final TargetOption targetOption = new TargetOption();
  @Mixin private final FaultOption faultOption = new FaultOption();
  @Mixin private final RigourOptions rigourOptions = new RigourOptions();
  @Mixin private final PlayingOptions playingOptions = new PlayingOptions();
  @Mixin private final GateOptions gateOptions = new GateOptions();
  private final Surroundings surroundings;

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
    Corpus corpus = playingOptions.corpus();
    List<Playing> playings =
        gateOptions.ofProfile(playingOptions.playingsAtServer(corpus), Party.SERVER);
    List<Playing> part = gateOptions.ofShard(playings);
    Gate gate = gateOptions.gate(corpus, playings, surroundings.clock());
    if (list) {
      return say(Agenda.contents(part));
    }
    Optional<Venue> host = targetOption.host(endpointOptions, surroundings);
    if (host.isPresent()) {
      faultOption.refuse();
    }
    if (dryRun) {
      return say(Agenda.plan(part, host));
    }
    OutputFile.refuseUnwritable("--json", json);
    return CutOff.guard(() -> play(corpus.rules(), part, gate, host));
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int play(RuleBook rules, List<Playing> playings, Gate gate, Optional<Venue> host)
      throws InterruptedException {
    TransportOptions options = endpointOptions.transport(surroundings.environment());
    try (Transport transport = Transport.open(options);
        PlainNetwork network = PlainNetwork.open(options);
        Driver driver = new ScriptedDriver(transport);
        Venue venue = host.orElseGet(() -> BundledMock.open(faultOption.faults))) {
      redaction = new Redaction(venue.secrets());
      if (host.isPresent()) {
        new Knock(transport, redaction).before(playings, venue, driver.profile());
      }
      return play(rules, playings, gate, driver, network, venue);
    }
  }

  private int play(
      RuleBook rules,
      List<Playing> playings,
      Gate gate,
      Driver driver,
      PlainNetwork network,
      Venue venue)
      throws InterruptedException {
    Reports reports = reports(rules, venue);
    gate.open(reports);
    try {
      Outcome outcome =
          new Run(
                  rules,
                  venue.target(),
                  driver,
                  Optional.of(network),
                  venue.quota(),
                  Budgets.DEFAULT,
                  rigourOptions.rigour(venue.quota()))
              .play(playings, gate.before(reports));
      return gate.close(outcome, reports).exitCode().code();
    } catch (InterruptedException e) {
      reports.cutOff();
      throw e;
    }
  }

  private Reports reports(RuleBook rules, Venue venue) {
    Screen screen = new Screen(surroundings.out(), surroundings.traits(), redaction);
    String whom = venue.name().isEmpty() ? "" : " (" + venue.name() + ")";
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
    return "./tck run"
        + targetOption.again()
        + endpointOptions.again()
        + faultOption.again()
        + rigourOptions.again()
        + playingOptions.again();
  }

  private int say(List<String> lines) {
    lines.forEach(surroundings.out()::println);
    return ExitCode.CONFORMANT.code();
  }
}
