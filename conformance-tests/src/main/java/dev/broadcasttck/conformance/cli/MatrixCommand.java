package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.report.Matrix;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck matrix}: plays the behaviour corpus for each pair of a library and a server. */
@Command(
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

  @Option(names = "--html", paramLabel = "FILE", description = "Write the table for a browser.")
  @Nullable Path html;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results for machines.")
  @Nullable Path json;

  private final List<Secret> secrets = new ArrayList<>();
  private Redaction redaction = Redaction.NONE;

  MatrixCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    OutputFile.refuseUnwritable("--html", html);
    OutputFile.refuseUnwritable("--json", json);
    Corpus corpus = Corpora.bundled();
    List<Playing> playings = sdksOptions.playings(corpus, "behaviour");
    Map<String, AdapterCommand> adapters = sdksOptions.adapters(surroundings);
    return CutOff.guard(() -> play(corpus, playings, adapters));
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int play(Corpus corpus, List<Playing> playings, Map<String, AdapterCommand> adapters)
      throws InterruptedException {
    List<Matrix.Cell> cells = new ArrayList<>();
    TransportOptions transport = new EndpointOptions().transport(surroundings.environment());
    for (AdapterCommand adapter : adapters.values()) {
      Supplier<Driver> fresh = () -> LibraryOptions.start(adapter, transport);
      try (Driver driver = fresh.get()) {
        for (String target : targets.isEmpty() ? List.of(BundledMock.PRESET) : targets) {
          cells.add(cell(corpus, playings, driver, fresh, target, transport));
        }
      }
    }
    Matrix matrix = new Matrix(cells);
    PrintWriter out = surroundings.out();
    out.println();
    matrix.table().forEach(out::println);
    OutputFile.write(html, redaction.redact(matrix.html()));
    OutputFile.write(json, redaction.redact(matrix.json()));
    return worst(cells).code();
  }

  private Matrix.Cell cell(
      Corpus corpus,
      List<Playing> playings,
      Driver driver,
      Supplier<Driver> fresh,
      String target,
      TransportOptions transport)
      throws InterruptedException {
    TargetOption option = new TargetOption();
    option.target = target;
    Optional<Venue> host = option.host(new EndpointOptions(), surroundings);
    DriverProfile profile = driver.profile();
    try (Venue venue = host.orElseGet(() -> BundledMock.open(List.of()))) {
      secrets.addAll(venue.secrets());
      redaction = new Redaction(secrets);
      if (host.isPresent()) {
        try (Transport knocking = Transport.open(transport)) {
          new Knock(knocking, redaction).before(playings, venue, profile);
        }
      }
      Outcome outcome =
          new LibraryRun(corpus.rules(), driver, fresh, venue, rigourOptions.rigour(venue.quota()))
              .play(playings, new SilentListener());
      Matrix.Cell cell = new Matrix.Cell(profile.name() + " " + profile.version(), target, outcome);
      surroundings
          .out()
          .printf(
              "%s at %s: %d played in %.1f s%n",
              cell.library(), target, outcome.results().size(), outcome.took().toMillis() / 1e3);
      return cell;
    }
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
