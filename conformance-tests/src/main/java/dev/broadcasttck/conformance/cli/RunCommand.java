package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Planted;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verify.Attempt;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck run}: plays the scenarios against a server, and says whether it conforms. */
@CommandLine.Command(
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
  @Mixin private final TimeoutOption timeoutOption = new TimeoutOption();
  @Mixin private final ReportOptions reportOptions = new ReportOptions();
  @Mixin private final TapesOption tapesOption = new TapesOption();
  private final Surroundings surroundings;

  @Option(names = "--list", description = "Only say what there is to be played.")
  boolean list;

  @Option(names = "--dry-run", description = "Only say what would be done, and open no socket.")
  boolean dryRun;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Play in another order, the same for the same number.")
  @Nullable Long seed;

  private Redaction redaction = Redaction.NONE;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Corpus corpus = playingOptions.corpus();
    List<Playing> playings =
        gateOptions.ofProfile(playingOptions.playingsAtServer(corpus), Party.SERVER);
    List<Playing> part = ordered(gateOptions.ofShard(playings));
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
    reportOptions.refuseUnwritable();
    return CutOff.guard(
        timeoutOption.limit(), cutOff -> play(corpus.rules(), part, gate, host, cutOff));
  }

  private List<Playing> ordered(List<Playing> playings) {
    return seed == null ? playings : Attempt.shuffled(playings, seed);
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int play(
      RuleBook rules, List<Playing> playings, Gate gate, Optional<Venue> host, CutOff cutOff)
      throws InterruptedException {
    TransportOptions options = endpointOptions.transport(surroundings.environment());
    try (Transport transport = Transport.open(options);
        PlainNetwork network = PlainNetwork.open(options);
        Driver driver = new ScriptedDriver(transport);
        Planted venue = Planted.in(host.orElseGet(() -> BundledMock.open(faultOption.faults)))) {
      redaction = new Redaction(venue.secrets());
      if (host.isPresent()) {
        new Knock(transport, redaction).before(playings, venue, driver.profile());
      }
      Run run =
          new Run(
              rules,
              venue.target(),
              driver,
              Optional.of(network),
              venue.quota(),
              Budgets.DEFAULT,
              rigourOptions.rigour(venue.quota()));
      return reporting(rules, venue, cutOff)
          .watch(gate, reports -> run.play(playings, reports))
          .exitCode()
          .code();
    }
  }

  private Reporting reporting(RuleBook rules, Planted venue, CutOff cutOff) {
    Clerk clerk = new Clerk(rules, redaction, tapesOption.keeping(), new Command(again(), ""));
    return Reporting.open(
        surroundings,
        new Sitting(venue, Optional.empty(), Optional.ofNullable(seed)),
        clerk,
        reportOptions,
        cutOff);
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
