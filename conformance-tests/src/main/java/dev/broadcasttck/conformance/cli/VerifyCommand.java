package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.endpoint.Target;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.relay.Conditions;
import dev.broadcasttck.conformance.relay.Detours;
import dev.broadcasttck.conformance.relay.RelayedTarget;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Casting;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.conformance.verify.Attempt;
import dev.broadcasttck.conformance.verify.CpuLoad;
import dev.broadcasttck.conformance.verify.Instability;
import dev.broadcasttck.conformance.verify.Register;
import dev.broadcasttck.conformance.verify.Verification;
import dev.broadcasttck.conformance.verify.Weather;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck verify}: plays the scenarios again and again, and says whose verdict changes. */
@CommandLine.Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Plays the scenarios again and again, each time in another order and under other conditions,"
          + " and says whose verdict changes.",
      "Exit codes: 1 where a verdict changed, else as of 'tck run'."
    })
final class VerifyCommand implements Callable<Integer>, Discreet {
  /** Attempts at servers of our own get in nobody's way. */
  private static final int OWN_LANES = 4;

  private static final int LARGEST_SEED = 1_000_000;

  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  @Mixin private final TargetOption targetOption = new TargetOption();
  @Mixin private final FaultOption faultOption = new FaultOption();
  @Mixin private final RigourOptions rigourOptions = new RigourOptions();
  @Mixin private final PlayingOptions playingOptions = new PlayingOptions();
  @Mixin private final ReportOptions reportOptions = new ReportOptions();
  @Mixin private final TapesOption tapesOption = new TapesOption();
  private final Surroundings surroundings;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "7",
      description = "How often to play everything. Default: ${DEFAULT-VALUE}.")
  int runs;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Of the first run's order; each run has the next. Default: any.")
  @Nullable Long seed;

  @Option(
      names = "--condition",
      paramLabel = "NAME",
      completionCandidates = Weathers.class,
      converter = Weathers.class,
      description =
          "Only under this condition: ${COMPLETION-CANDIDATES}. May be given several times; all"
              + " take turns by default.")
  List<Weather> weathers = new ArrayList<>();

  private final Register register = new Register();
  private final ManyRuns reported;

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.reported = new ManyRuns(surroundings);
  }

  @Override
  public Integer call() {
    if (runs < 1) {
      throw Mistake.usage("--runs: " + runs + " is too few: everything is played once at least");
    }
    Corpus corpus = playingOptions.corpus();
    List<Playing> playings = playingOptions.playingsAtServer(corpus);
    Optional<Venue> host = targetOption.host(endpointOptions, surroundings);
    if (host.isPresent()) {
      faultOption.refuse();
    }
    reportOptions.refuseUnwritable();
    return CutOff.guard(Optional.empty(), cutOff -> verify(corpus.rules(), playings, host, cutOff));
  }

  @Override
  public Redaction redaction() {
    return reported.redaction();
  }

  private int verify(RuleBook rules, List<Playing> playings, Optional<Venue> host, CutOff cutOff)
      throws InterruptedException {
    if (host.isPresent()) {
      knock(playings, reported.at(host.get()));
    }
    long first = seed == null ? new Random().nextInt(LARGEST_SEED) : seed;
    List<Attempt> attempts = Attempt.all(runs, first, weathers.isEmpty() ? Weather.ALL : weathers);
    try {
      new Verification(host.isPresent() ? 1 : OWN_LANES)
          .play(
              attempts,
              attempt -> play(attempt, rules, playings, host),
              (attempt, outcome) -> enter(attempt, outcome, playings.size()));
      cutOff.settle();
      int exitCode = conclude(attempts, playings.size());
      write(rules, first, new Ending(Optional.empty(), Optional.of(exitCode)));
      return exitCode;
    } catch (InterruptedException e) {
      cutOff.settle();
      write(rules, first, cutOff.ending());
      throw e;
    }
  }

  private int conclude(List<Attempt> attempts, int playings) {
    List<Instability> unstable = register.unstable();
    unstable.stream().flatMap(each -> each.lines().stream()).forEach(this::say);
    say(
        "verified: %d runs, %d playings each, %d unstable, conditions %s"
            .formatted(runs, playings, unstable.size(), words(attempts)));
    return register.exitCode().code();
  }

  private void write(RuleBook rules, long first, Ending ending) {
    reported.write(
        reportOptions,
        rules,
        tapesOption.keeping(),
        new Command(again(), ""),
        first,
        register.outcome(),
        ending);
  }

  private String again() {
    String conditions =
        weathers.stream().map(it -> " --condition " + it.name()).collect(Collectors.joining());
    return "./tck verify --runs "
        + runs
        + conditions
        + targetOption.again()
        + endpointOptions.again()
        + faultOption.again()
        + rigourOptions.again()
        + playingOptions.again();
  }

  private void knock(List<Playing> playings, Venue venue) throws InterruptedException {
    TransportOptions options = endpointOptions.transport(surroundings.environment());
    try (Transport transport = Transport.open(options)) {
      new Knock(transport, redaction()).before(playings, venue, ScriptedDriver.PROFILE);
    }
  }

  private Outcome play(
      Attempt attempt, RuleBook rules, List<Playing> playings, Optional<Venue> host)
      throws InterruptedException {
    TransportOptions options = endpointOptions.transport(surroundings.environment());
    try (Transport transport = Transport.open(options);
        PlainNetwork network = PlainNetwork.open(options);
        Driver driver = new ScriptedDriver(transport);
        Venue venue = reported.at(host.orElseGet(() -> BundledMock.open(faultOption.faults)));
        Detours detours =
            new Detours(
                options, attempt.weather().conditions().orElse(Conditions.NONE), Optional.empty());
        CpuLoad load = CpuLoad.onCores(attempt.weather().hasLoad() ? cores() : 0)) {
      Target target = target(venue, attempt.weather(), detours);
      load.begin();
      return new Run(
              rules,
              target,
              driver,
              Optional.of(network),
              venue.quota(),
              Budgets.DEFAULT,
              rigourOptions.rigour(venue.quota()))
          .play(attempt.shuffled(apt(playings, venue, target)), new SilentListener());
    }
  }

  private static Target target(Venue venue, Weather weather, Detours detours) {
    return weather.conditions().isPresent()
        ? new RelayedTarget(venue.target(), detours, weather.withdrawn())
        : venue.target();
  }

  /** Without what applies to the server, but not under these conditions. */
  private static List<Playing> apt(List<Playing> playings, Venue venue, Target target) {
    Casting always = new Casting(ScriptedDriver.PROFILE, venue.target(), venue.quota());
    Casting now = new Casting(ScriptedDriver.PROFILE, target, venue.quota());
    return playings.stream()
        .filter(playing -> now.lack(playing).isEmpty() || always.lack(playing).isPresent())
        .toList();
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private void enter(Attempt attempt, Outcome outcome, int wanted) {
    register.enter(attempt, outcome);
    List<Verdict> verdicts =
        Stream.of(Verdict.values()).filter(verdict -> outcome.count(verdict) > 0).toList();
    String counts =
        verdicts.stream()
            .map(verdict -> outcome.count(verdict) + " " + verdict)
            .collect(Collectors.joining(", "));
    int leftOut = wanted - outcome.results().size();
    say(
        "%s: %s%s in %.1f s"
            .formatted(
                attempt,
                counts.isEmpty() ? "nothing played" : counts,
                leftOut == 0 ? "" : ", %d left out".formatted(leftOut),
                outcome.took().toMillis() / 1000.0));
  }

  private static String words(List<Attempt> attempts) {
    return attempts.stream()
        .map(attempt -> attempt.weather().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void say(String line) {
    surroundings.out().println(redaction().redact(line));
  }
}
