package dev.broadcasttck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.report.Compliance.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplianceTest {
  private static final Compliance SEEN =
      new Compliance(
          Map.of(
              "realtime.channel.subscribe",
              new Evidence(Optional.of("implemented"), "7 playings passed"),
              "realtime.channel.unsubscribe",
              new Evidence(
                  Optional.of("partially_implemented"), "1 of 3 playings failed: LEAVE-1/x"),
              "realtime.client.connect",
              new Evidence(Optional.empty(), "nothing could be shown")));

  @TempDir Path directory;

  @Test
  void theFileSaysWhatWasSeenAndLeavesOutWhatWasNot() {
    assertThat(SEEN.yaml("some-sdk"))
        .startsWith("#")
        .contains("\nsdk: some-sdk\n")
        .contains("  realtime.channel.subscribe:\n    status: implemented\n")
        .contains(
            "    status: partially_implemented\n    note: \"1 of 3 playings failed: LEAVE-1/x\"")
        .contains("  # realtime.client.connect: nothing could be shown\n");
  }

  @Test
  void whatIsDeclaredOtherwiseIsToldWithTheEvidence() throws IOException {
    Path declaration = directory.resolve("sdk-compliance.yaml");
    Files.writeString(
        declaration,
        """
        sdk: some-sdk
        features:
          realtime.channel.subscribe:
            status: implemented
            symbols: [Channel.subscribe]
          realtime.channel.unsubscribe: implemented
          realtime.client.connect: not_implemented
        """);

    assertThat(SEEN.differences(declaration))
        .containsExactly(
            "realtime.channel.unsubscribe: declared implemented, shown partially_implemented:"
                + " 1 of 3 playings failed: LEAVE-1/x");
    assertThat(new Compliance(SEEN.features()).differences(own())).isEmpty();
  }

  private Path own() throws IOException {
    Path own = directory.resolve("own.yaml");
    Files.writeString(own, SEEN.yaml("some-sdk"));
    return own;
  }
}
