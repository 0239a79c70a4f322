package dev.broadcasttck.conformance.cli;

import static java.util.stream.Collectors.joining;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.artefact.SecretGate;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.record.Clerk;
import dev.broadcasttck.conformance.record.Clerk.Command;
import dev.broadcasttck.conformance.record.Ending;
import dev.broadcasttck.conformance.record.Minutes;
import dev.broadcasttck.conformance.report.Matrix;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Planted;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck matrix}: plays the behaviour corpus for each pair of a library and a server. */
@CommandLine.Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Plays what users are promised with each library at each server, and writes a table.")
final class MatrixCommand implements Callable<Integer>, Discreet {
  @Mixin private final SdksOptions sdksOptions = new SdksOptions();
  @Mixin private final RigourOptions rigourOptions = new RigourOptions();
  private final Surroundings surroundings;

  @Option(
      names = "--target",
      paramLabel = "FILE|NAME",
      completionCandidates = TargetOption.Names.class,
      description =
          "A server: a target file, or one of ${COMPLETION-CANDIDATES}. May be given several times."
              + " Default: mock.")
  List<String> targets = new ArrayList<>();

  @Mixin private final TimeoutOption timeoutOption = new TimeoutOption();
  @Mixin private final ReportOptions reportOptions = new ReportOptions();
  @Mixin private final TapesOption tapesOption = new TapesOption();
  private final List<Secret> secrets = new ArrayList<>();
  private final List<Matrix.Cell> cells = new ArrayList<>();
  private Optional<MatrixRecord> record = Optional.empty();
  private Redaction redaction = Redaction.NONE;

  MatrixCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    reportOptions.refuseUnwritable();
    Corpus corpus = Corpora.bundled();
    List<Playing> playings = sdksOptions.playings(corpus, "behaviour");
    Map<String, AdapterCommand> adapters = sdksOptions.adapters(surroundings);
    return CutOff.guard(timeoutOption.limit(), cutOff -> play(corpus, playings, adapters, cutOff));
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int play(
      Corpus corpus, List<Playing> playings, Map<String, AdapterCommand> adapters, CutOff cutOff)
      throws InterruptedException {
    try {
      for (Map.Entry<String, AdapterCommand> adapter : adapters.entrySet()) {
        play(corpus, playings, adapter.getKey(), adapter.getValue());
      }
      cutOff.settle();
      ExitCode worst = worst(cells);
      tell(new Ending(Optional.empty(), Optional.of(worst.code())));
      return worst.code();
    } catch (InterruptedException e) {
      cutOff.settle();
      tell(cutOff.ending());
      throw e;
    }
  }

  private void play(Corpus corpus, List<Playing> playings, String sdk, AdapterCommand adapter)
      throws InterruptedException {
    TransportOptions transport = new EndpointOptions().transport(surroundings.environment());
    Supplier<Driver> fresh = () -> LibraryOptions.start(adapter, transport);
    try (Driver driver = fresh.get()) {
      for (String target : targets.isEmpty() ? List.of(BundledMock.PRESET) : targets) {
        cell(corpus, playings, driver, fresh, new Pair(sdk, target), transport);
      }
    }
  }

  /** A library and a server, as they are typed. */
  private record Pair(String sdk, String target) {
    String again() {
      return "./tck client --sdk " + sdk + " --target '" + target + "'";
    }
  }

  private void tell(Ending ending) {
    PrintWriter out = surroundings.out();
    out.println();
    new Matrix(cells).table().forEach(out::println);
    ending.stopped().ifPresent(why -> out.println("stopped: " + why));
    record
        .map(it -> it.proceedings(cells, ending))
        .ifPresent(it -> reportOptions.write(it, new SecretGate(redaction), out));
  }

  private void cell(
      Corpus corpus,
      List<Playing> playings,
      Driver driver,
      Supplier<Driver> fresh,
      Pair pair,
      TransportOptions transport)
      throws InterruptedException {
    TargetOption option = new TargetOption();
    option.target = pair.target();
    Optional<Venue> host = option.host(new EndpointOptions(), surroundings);
    DriverProfile profile = driver.profile();
    try (Planted venue = Planted.in(host.orElseGet(() -> BundledMock.open(List.of())))) {
      secrets.addAll(venue.secrets());
      redaction = new Redaction(secrets);
      if (host.isPresent()) {
        try (Transport knocking = Transport.open(transport)) {
          new Knock(knocking, redaction).before(playings, venue, profile);
        }
      }
      Command command = new Command(pair.again() + rigourOptions.again(), "");
      Clerk clerk = new Clerk(corpus.rules(), redaction, tapesOption.keeping(), command);
      MatrixRecord written = record.orElseGet(() -> new MatrixRecord(minutes(venue, clerk)));
      record = Optional.of(written);
      Outcome outcome =
          new LibraryRun(
                  corpus.rules(), driver, fresh, venue.venue(), rigourOptions.rigour(venue.quota()))
              .play(playings, new SilentListener());
      Matrix.Cell cell =
          new Matrix.Cell(profile.name() + " " + profile.version(), pair.target(), outcome);
      cells.add(cell);
      written.add(cell, clerk);
      surroundings
          .out()
          .printf(
              "%s at %s: %d played in %.1f s%n",
              cell.library(),
              pair.target(),
              outcome.results().size(),
              outcome.took().toMillis() / 1e3);
    }
  }

  private Minutes minutes(Planted first, Clerk clerk) {
    return new Minutes(
        Version.number(),
        first.endpoint(),
        String.join(", ", targets.isEmpty() ? List.of(BundledMock.PRESET) : targets),
        Optional.empty(),
        Optional.empty(),
        first.canary(),
        new Clerk(clerk.rules(), clerk.redaction(), clerk.keeping(), new Command(again(), "")),
        surroundings.clock(),
        surroundings.clock().instant());
  }

  private String again() {
    String servers = targets.stream().map(it -> " --target '" + it + "'").collect(joining());
    return "./tck matrix" + sdksOptions.again() + servers + rigourOptions.again();
  }

  /** As for one run that had all results. */
  private static ExitCode worst(List<Matrix.Cell> cells) {
    List<ExitCode> codes = cells.stream().map(cell -> cell.outcome().exitCode()).toList();
    for (ExitCode code :
        List.of(ExitCode.HARNESS_ERROR, ExitCode.NOT_CONFORMANT, ExitCode.INCONCLUSIVE)) {
      if (codes.contains(code)) {
        return code;
      }
    }
    return ExitCode.CONFORMANT;
  }
}
