package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.adapter.AdapterBroken;
import dev.broadcasttck.conformance.adapter.AdapterCommand;
import dev.broadcasttck.conformance.adapter.AdapterDriver;
import dev.broadcasttck.conformance.driver.Driver;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.report.ConsoleReport;
import dev.broadcasttck.conformance.report.JsonReport;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Reports;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.Run;
import dev.broadcasttck.conformance.stage.Budgets;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
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
import picocli.CommandLine.Parameters;

/** {@code tck client}: plays the scenarios with a client library, and says whether it conforms. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Plays the scenarios with a client library behind its adapter, and says whether it conforms.")
final class ClientCommand implements Callable<Integer>, Discreet {
  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  @Mixin private final TargetOption targetOption = new TargetOption();
  private final Surroundings surroundings;

  @Option(
      names = "--sdk",
      paramLabel = "NAME[@VERSION]",
      completionCandidates = SdkOption.class,
      description =
          "Play with this library, which is installed if need be: ${COMPLETION-CANDIDATES}.")
  @Nullable String sdk;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description =
          "Play only these: the id of a scenario or a rule, a chapter such as SELF, a glob, or tag:WORD."
              + " May be given several times.")
  List<String> only = new ArrayList<>();

  @Option(names = "--list", description = "Only say what there is to be played.")
  boolean list;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results to this file.")
  @Nullable Path json;

  @Parameters(paramLabel = "CMD", description = "After '--': the command that starts the adapter.")
  List<String> command = new ArrayList<>();

  private Redaction redaction = Redaction.NONE;

  ClientCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Corpus corpus = Corpora.bundled();
    List<Playing> playings = new Selection(only, Optional.empty(), "behaviour").of(corpus);
    if (list) {
      Agenda.contents(playings).forEach(surroundings.out()::println);
      return ExitCode.CONFORMANT.code();
    }
    Optional<Venue> host = targetOption.host(endpointOptions, surroundings);
    OutputFile.refuseUnwritable("--json", json);
    return CutOff.guard(() -> play(corpus.rules(), playings, host));
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private int play(RuleBook rules, List<Playing> playings, Optional<Venue> host)
      throws InterruptedException {
    try (Venue venue = host.orElseGet(() -> BundledMock.open(List.of()));
        Driver driver = AdapterDriver.start(adapter())) {
      redaction = new Redaction(venue.secrets());
      Reports reports = reports(rules, venue, driver.profile());
      Outcome outcome =
          new Run(rules, venue.target(), driver, Optional.empty(), venue.quota(), Budgets.DEFAULT)
              .play(playings, reports);
      reports.ended(outcome);
      return outcome.exitCode().code();
    } catch (AdapterBroken e) {
      throw new Mistake(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private AdapterCommand adapter() {
    if ((sdk == null) == command.isEmpty()) {
      throw Mistake.usage("give --sdk NAME@VERSION, or the adapter's command after '--'");
    }
    return sdk == null
        ? new AdapterCommand(command, Path.of("").toAbsolutePath())
        : SdkOption.command(sdk, surroundings);
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
    String library = sdk == null ? "" : " --sdk " + sdk;
    String whom = command.isEmpty() ? "" : " -- " + String.join(" ", command);
    return "./tck client" + library + targetOption.again() + endpointOptions.again() + whom;
  }
}
