package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.bundle.Bundler;
import dev.broadcasttck.conformance.bundle.Selection;
import dev.broadcasttck.conformance.bundle.SigningKey;
import dev.broadcasttck.conformance.bundle.Standings;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.plain.PlainNetwork;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.record.Clerk.Keeping;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.scripted.ScriptedDriver;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Planted;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.profile.Profile;
import dev.broadcasttck.spec.rule.Party;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck certify}: plays what profiles ask for, and makes signed evidence of it. */
@CommandLine.Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Plays what profiles ask for, and writes a bundle: results, traces and a signature.",
      "'./tck verify-bundle' derives the verdicts again from it, offline.",
      "Exit codes: as './tck run', 0 only where every profile is certified."
    })
final class CertifyCommand implements Callable<Integer>, Discreet {
  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  @Mixin private final TargetOption targetOption = new TargetOption();
  @Mixin private final FaultOption faultOption = new FaultOption();
  @Mixin private final RigourOptions rigourOptions = new RigourOptions();
  @Mixin private final TimeoutOption timeoutOption = new TimeoutOption();
  @Mixin private final BundleOptions bundleOptions = new BundleOptions();
  private final Surroundings surroundings;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      completionCandidates = ProfileName.class,
      converter = ProfileName.class,
      defaultValue = "core",
      description =
          "What to certify for, may be given several times: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  List<Profile> profiles = List.of();

  private Redaction redaction = Redaction.NONE;

  CertifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  @Override
  public Integer call() {
    if (bundleOptions.newKey()) {
      return bundleOptions.makeKey(surroundings.out());
    }
    SigningKey key = bundleOptions.key();
    Path file = bundleOptions.out();
    List<Profile> asked = profiles.stream().distinct().toList();
    refuseThoseOfClients(asked);
    Optional<Venue> host = targetOption.host(endpointOptions, surroundings);
    if (host.isPresent()) {
      faultOption.refuse();
    }
    return CutOff.guard(
        timeoutOption.limit(), cutOff -> certify(asked, key, file, host, cutOff).code());
  }

  private static void refuseThoseOfClients(List<Profile> profiles) {
    for (Profile profile : profiles) {
      if (!profile.judges().contains(Party.SERVER)) {
        throw Mistake.usage(
            "--profile: '%s' is about clients, and only servers are certified"
                .formatted(profile.name()));
      }
    }
  }

  private ExitCode certify(
      List<Profile> asked, SigningKey key, Path file, Optional<Venue> host, CutOff cutOff)
      throws InterruptedException {
    Corpus corpus = Corpora.bundled();
    List<Playing> playings = Selection.of(corpus, asked);
    TransportOptions options = endpointOptions.transport(surroundings.environment());
    try (Transport transport = Transport.open(options);
        PlainNetwork network = PlainNetwork.open(options);
        Driver driver = new ScriptedDriver(transport);
        Planted venue = Planted.in(host.orElseGet(() -> BundledMock.open(faultOption.faults)))) {
      redaction = new Redaction(venue.secrets());
      if (host.isPresent()) {
        new Knock(transport, redaction).before(playings, venue, driver.profile());
      }
      Bundler.Subject subject =
          new Bundler.Subject(
              venue.target(), venue.quota(), rigourOptions.certifying(venue.quota()));
      Run run =
          new Run(
              corpus.rules(),
              venue.target(),
              driver,
              Optional.of(network),
              venue.quota(),
              Budgets.DEFAULT,
              subject.rigour());
      Gate gate = new Gate(Optional.empty(), Optional.empty(), Optional.empty(), playings);
      Reporting reporting = reporting(corpus, venue, cutOff);
      Outcome outcome =
          reporting.watch(gate, reports -> remarked(asked, run.play(playings, reports)));
      byte[] bundle =
          new Bundler(corpus, key, redaction)
              .bundle(
                  reporting.whole(outcome),
                  Standings.of(asked, outcome.results()),
                  subject,
                  run.archive(),
                  run.doubt());
      bundleOptions.write(file, bundle, key, surroundings.out());
      return outcome.exitCode();
    }
  }

  private static Outcome remarked(List<Profile> asked, Outcome outcome) {
    return Standings.of(asked, outcome.results()).remarkedOn(outcome);
  }

  private Reporting reporting(Corpus corpus, Planted venue, CutOff cutOff) {
    Clerk clerk = new Clerk(corpus.rules(), redaction, Keeping.NONE, new Command(again(), ""));
    return Reporting.open(
        surroundings,
        new Sitting(venue, Optional.empty(), Optional.empty()),
        clerk,
        new ReportOptions(),
        cutOff);
  }

  private String again() {
    return "./tck run"
        + targetOption.again()
        + endpointOptions.again()
        + faultOption.again()
        + rigourOptions.again();
  }
}
