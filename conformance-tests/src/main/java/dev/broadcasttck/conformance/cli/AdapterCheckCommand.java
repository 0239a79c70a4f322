package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.checkup.Checkup;
import dev.broadcasttck.conformance.checkup.Grounds;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.venue.BundledMock;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tck adapter check}: says what is missing in an adapter, and what is not true. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Talks to an adapter, lets it talk to the bundled mock, and says what is missing and what is"
          + " not true, a sentence each.",
      "Exit codes: 0 nothing is wrong, 1 something is."
    })
final class AdapterCheckCommand implements Callable<Integer> {
  private static final String SILENT = "ACK_MISSING";

  @Mixin private final LibraryOptions libraryOptions = new LibraryOptions();
  private final Surroundings surroundings;

  AdapterCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    libraryOptions.demandAdapter();
    return CutOff.guard(this::check);
  }

  private int check() throws InterruptedException {
    Fault silence = Faults.named(SILENT).orElseThrow();
    try (BundledMock obedient = BundledMock.open(List.of());
        BundledMock silent = BundledMock.open(List.of(silence))) {
      Checkup checkup =
          Checkup.of(
              libraryOptions.adapter(surroundings),
              new Mocks(obedient, silent),
              TransportOptions.PLAIN);
      return tell(checkup, surroundings.out());
    }
  }

  private static int tell(Checkup checkup, PrintWriter out) {
    checkup
        .profile()
        .ifPresent(it -> out.printf("%s %s, which speaks %s%n", it.name(), it.version(), it.vsn()));
    checkup.complaints().forEach(complaint -> out.println("✗ " + complaint));
    if (checkup.complaints().isEmpty()) {
      out.println("nothing is wrong with this adapter");
      return ExitCode.CONFORMANT.code();
    }
    out.println(checkup.complaints().size() + " wrong");
    return ExitCode.NOT_CONFORMANT.code();
  }

  private record Mocks(BundledMock lively, BundledMock mute) implements Grounds {
    @Override
    public Endpoint obedient() {
      return lively.endpoint();
    }

    @Override
    public Endpoint silent() {
      return mute.endpoint();
    }

    @Override
    public void endSockets() {
      lively.target().stageHand().orElseThrow().shutdown();
    }
  }
}
