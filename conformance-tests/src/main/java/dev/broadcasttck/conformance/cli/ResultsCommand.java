package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.relay.RelayedDriver;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.SdkResults;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.SilentListener;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck results}: plays both corpora of clients with released SDKs, again and again. */
@Command(
    name = "results",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Plays both corpora of clients with released SDKs at the bundled mock, several times, and"
            + " writes a page of what came of it.",
    footer = "Exit codes: 1 where a verdict changed from pass to pass, else 0.")
final class ResultsCommand implements Callable<Integer>, Discreet {
  @Mixin private final RigourOptions rigourOptions = new RigourOptions();
  private final Surroundings surroundings;

  @Option(
      names = "--sdk",
      required = true,
      paramLabel = "NAME[@VERSION]",
      completionCandidates = SdkOption.class,
      description = "A library: ${COMPLETION-CANDIDATES}. May be given several times.")
  List<String> sdks = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is played; ${DEFAULT-VALUE} times if not said.")
  int runs = 5;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description = "Play only these, as in './tck run'. May be given several times.")
  List<String> only = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", description = "Write the page to this file.")
  @Nullable Path out;

  private Redaction redaction = Redaction.NONE;

  ResultsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  @Override
  public Integer call() {
    if (runs < 1) {
      throw Mistake.usage("--runs " + runs + ": at least 1");
    }
    OutputFile.refuseUnwritable("--out", out);
    Corpus corpus = Corpora.bundled();
    List<Playing> playings =
        new Selection(only, Optional.empty(), CorpusName.ALL)
            .of(corpus).stream().filter(playing -> !playing.scenario().isAtWireLevel()).toList();
    Map<String, AdapterCommand> adapters = new LinkedHashMap<>();
    sdks.forEach(sdk -> adapters.put(sdk, SdkOption.command(sdk, surroundings)));
    return CutOff.guard(() -> play(corpus, playings, adapters));
  }

  private int play(Corpus corpus, List<Playing> playings, Map<String, AdapterCommand> adapters)
      throws InterruptedException {
    List<SdkResults.Library> libraries = new ArrayList<>();
    for (Map.Entry<String, AdapterCommand> adapter : adapters.entrySet()) {
      libraries.add(library(corpus, playings, adapter.getKey(), adapter.getValue()));
    }
    SdkResults results = new SdkResults(LocalDate.now(surroundings.clock()), command(), libraries);
    String page = redaction.redact(results.markdown());
    if (out == null) {
      surroundings.out().println(page);
    } else {
      write(out, page);
    }
    return (results.isStable() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT).code();
  }

  private SdkResults.Library library(
      Corpus corpus, List<Playing> playings, String sdk, AdapterCommand adapter)
      throws InterruptedException {
    List<SdkResults.Pass> passes = new ArrayList<>();
    String name = sdk;
    for (int run = 1; run <= runs; run++) {
      long began = System.nanoTime();
      TransportOptions transport = new EndpointOptions().transport(surroundings.environment());
      Supplier<Driver> fresh = () -> new RelayedDriver(LibraryOptions.start(adapter), transport);
      try (Driver driver = fresh.get();
          Venue venue = BundledMock.open(List.of())) {
        redaction = new Redaction(venue.secrets());
        DriverProfile profile = driver.profile();
        name = profile.name() + " " + profile.version();
        Outcome outcome =
            new LibraryRun(
                    corpus.rules(), driver, fresh, venue, rigourOptions.rigour(venue.quota()))
                .play(playings, new SilentListener());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        passes.add(new SdkResults.Pass(outcome.results(), took));
        surroundings
            .out()
            .printf("%s, pass %d of %d: %.1f s%n", name, run, runs, took.toMillis() / 1e3);
      }
    }
    return new SdkResults.Library(name, passes);
  }

  private String command() {
    StringBuilder again = new StringBuilder("./tck results --runs " + runs);
    sdks.forEach(sdk -> again.append(" --sdk ").append(sdk));
    only.forEach(pattern -> again.append(" --only ").append(pattern));
    Optional.ofNullable(out).ifPresent(file -> again.append(" --out ").append(file));
    return again.toString();
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
