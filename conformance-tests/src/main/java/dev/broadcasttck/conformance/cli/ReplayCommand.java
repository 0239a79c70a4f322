package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.record.Line;
import dev.broadcasttck.conformance.record.Trace;
import dev.broadcasttck.conformance.replay.Replay;
import dev.broadcasttck.conformance.replay.Replay.Replayed;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.venue.Venue;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tck replay}: plays the client's side of a saved trace again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Plays the client's side of a trace again, and says where the answers part from it.",
      "Exit codes: 0 the same came, 1 something else did or nothing."
    })
final class ReplayCommand implements Callable<Integer>, Discreet {
  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  @Mixin private final TargetOption targetOption = new TargetOption();
  @Mixin private final FaultOption faultOption = new FaultOption();
  private final Surroundings surroundings;

  @Parameters(paramLabel = "TRACE", description = "A file that a run has written with --traces.")
  Path file = Path.of("");

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = LengthOfTime.class,
      defaultValue = "5s",
      description = "How long to wait for each answer. Default: ${DEFAULT-VALUE}.")
  Duration budget = Duration.ofSeconds(5);

  private Redaction redaction = Redaction.NONE;

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  @Override
  public Integer call() {
    Trace trace = Trace.read(file);
    if (endpointOptions.namesServer()) {
      faultOption.refuse();
    }
    return CutOff.guard(() -> play(trace));
  }

  private int play(Trace trace) throws InterruptedException {
    try (Venue venue =
            targetOption
                .host(endpointOptions, surroundings)
                .orElseGet(() -> BundledMock.open(faultOption.faults));
        Transport transport =
            Transport.open(endpointOptions.transport(surroundings.environment()))) {
      redaction = new Redaction(venue.secrets());
      Screen screen = new Screen(surroundings.out(), surroundings.traits(), redaction);
      screen.line(
          "%s@%s, recorded at %s, again at %s"
              .formatted(
                  trace.head().id(),
                  trace.head().variant(),
                  trace.head().endpoint(),
                  venue.endpoint().socket()));
      Replayed replayed = new Replay(transport, venue.endpoint(), redaction, budget).play(trace);
      replayed.lines().stream().map(Line::inRow).forEach(screen::line);
      screen.line("");
      screen.line(replayed.departure().map(it -> "parts here: " + it).orElse("the same came"));
      return (replayed.departure().isEmpty() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT)
          .code();
    }
  }
}
