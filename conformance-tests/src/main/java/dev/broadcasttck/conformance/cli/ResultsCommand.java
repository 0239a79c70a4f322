package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  @Mixin private final SdksOptions sdksOptions = new SdksOptions();
  @Mixin private final RigourOptions rigourOptions = new RigourOptions();
  private final Surroundings surroundings;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is played; ${DEFAULT-VALUE} times if not said.")
  int runs = 5;

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
    List<Playing> playings = sdksOptions.playings(corpus, CorpusName.ALL);
    Map<String, AdapterCommand> adapters = sdksOptions.adapters(surroundings);
    return CutOff.guard(() -> play(corpus, playings, adapters));
  }

  private int play(Corpus corpus, List<Playing> playings, Map<String, AdapterCommand> adapters)
      throws InterruptedException {
    SdkResults results = new SdkResults(LocalDate.now(surroundings.clock()), command(), List.of());
    for (Map.Entry<String, AdapterCommand> adapter : adapters.entrySet()) {
      results = results.and(library(corpus, playings, adapter.getKey(), adapter.getValue()));
      OutputFile.write(out, redaction.redact(results.markdown()));
    }
    if (out == null) {
      surroundings.out().println(redaction.redact(results.markdown()));
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
      Supplier<Driver> fresh = () -> LibraryOptions.start(adapter, transport);
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
    String file = out == null ? "" : " --out " + out;
    return "./tck results --runs " + runs + sdksOptions.again() + file;
  }
}
