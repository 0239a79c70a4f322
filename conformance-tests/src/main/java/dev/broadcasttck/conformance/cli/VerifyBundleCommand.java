package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.bundle.Inspection;
import dev.broadcasttck.conformance.bundle.Inspection.Findings;
import dev.broadcasttck.conformance.bundle.PublicKeyText;
import dev.broadcasttck.conformance.bundle.Refusal;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tck verify-bundle}: looks over what {@code tck certify} has written. */
@Command(
    name = "verify-bundle",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Checks every byte of a bundle, and derives its verdicts again from its traces, offline.",
      "Exit codes: 0 it holds, whatever the verdicts are; 1 it does not; 4 it is no bundle."
    })
final class VerifyBundleCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "BUNDLE", description = "A file that './tck certify' has written.")
  Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key that it has to be signed with.")
  @Nullable Path key;

  VerifyBundleCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<PublicKeyText> trusted = Optional.ofNullable(key).map(VerifyBundleCommand::trusted);
    byte[] content = content();
    return CutOff.guard(() -> verify(content, trusted).code());
  }

  private ExitCode verify(byte[] content, Optional<PublicKeyText> trusted)
      throws InterruptedException {
    try {
      Inspection inspection = new Inspection(Corpora.bundled(), Profiles.bundled());
      tell(inspection.of(content, trusted), trusted.isPresent());
      return ExitCode.CONFORMANT;
    } catch (Refusal refusal) {
      if (refusal.isNoBundle()) {
        throw Mistake.usage(file + " is no bundle of './tck certify': " + refusal.getMessage());
      }
      surroundings.out().println("refused: " + refusal.getMessage());
      return ExitCode.NOT_CONFORMANT;
    }
  }

  private void tell(Findings findings, boolean isTrusted) {
    var out = surroundings.out();
    out.println("of: " + findings.proceedings().subject());
    out.println("played: %s".formatted(findings.proceedings().started()));
    findings
        .proceedings()
        .remarks()
        .ifPresent(remarks -> remarks.forEach(remark -> out.println(remark)));
    out.println("made by: " + findings.tool());
    out.println(
        "signed with %s: %s"
            .formatted(
                isTrusted ? "the key given" : "a key that nothing here vouches for",
                findings.key().fingerprint()));
    out.println("verified: " + findings.derived().inWords());
  }

  private byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Mistake.usage(file + " cannot be read");
    }
  }

  private static PublicKeyText trusted(Path file) {
    return PublicKeyText.read(KeyFile.text("--key", file))
        .orElseThrow(
            () ->
                Mistake.usage(
                    "--key: "
                        + file
                        + " holds no public key; './tck certify --new-key' writes it to FILE.pub"));
  }
}
