package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.probe.EndpointProbe;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.survey.Draft;
import dev.broadcasttck.conformance.survey.Survey;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tck target init}: writes a target file by asking the server what it can find out. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Writes a target file: asks the server what can be found out with a few sockets and"
            + " requests, and says what could not.")
final class TargetInitCommand implements Callable<Integer>, Discreet {
  @Mixin private final EndpointOptions endpointOptions = new EndpointOptions();
  private final Surroundings surroundings;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; standard output if left out.")
  @Nullable Path out;

  @Option(names = "--force", description = "Overwrite the file if there is one.")
  boolean force;

  private Redaction redaction = Redaction.NONE;

  TargetInitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Endpoint endpoint = endpointOptions.endpoint(surroundings);
    redaction = new Redaction(endpointOptions.secrets(endpoint));
    if (!force) {
      refuseExisting();
    }
    OutputFile.refuseUnwritable("--out", out);
    return CutOff.guard(() -> write(draft(endpoint)));
  }

  @Override
  public Redaction redaction() {
    return redaction;
  }

  private Draft draft(Endpoint endpoint) throws InterruptedException {
    try (Transport transport =
        Transport.open(endpointOptions.transport(surroundings.environment()))) {
      new Knock(transport, redaction).at(endpoint, ProtocolVersion.V1);
      return new Draft(
          endpointOptions.bareUrl(),
          endpointOptions.holdsSecret(),
          Survey.of(transport, endpoint, EndpointProbe.DEFAULT_BUDGET));
    }
  }

  private int write(Draft draft) {
    String text = redaction.redact(draft.text());
    Optional.ofNullable(out)
        .ifPresentOrElse(file -> save(file, text), () -> surroundings.out().print(text));
    surroundings.out().flush();
    surroundings
        .err()
        .println(draft.open().collect(Collectors.joining(", ", "could not be found out: ", "")));
    return ExitCode.CONFORMANT.code();
  }

  private void save(Path file, String text) {
    try {
      Files.writeString(file, text);
      surroundings.out().println("wrote " + file + "; the key is looked up in TCK_APIKEY");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseExisting() {
    if (out != null && Files.isRegularFile(out)) {
      throw Mistake.usage("--out: " + out + " exists; overwrite it with --force");
    }
  }
}
