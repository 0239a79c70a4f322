package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.proxy.FaultProxy;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The obedient mock, reached through the proxy: what is red there is the proxy's doing. */
class ProxiedRunTest {
  /** Nobody else plays there, so nobody has to be spared. */
  private static final String TARGET =
      """
      url: %s/realtime/v1
      apikey: { env: TCK_APIKEY }
      capabilities: [version-2, binary-frames, acknowledgements, rest-batch, rest-single-event]
      quotas: { sockets: 500, joins-per-second: 10000, events-per-second: 100000 }
      """;

  @TempDir Path folder;

  @Test
  void theBehaviourCorpusIsGreenThroughIt() throws IOException {
    try (BroadcastMock mock = BroadcastMock.builder().start();
        FaultProxy proxy = proxy(mock, List.of())) {
      Shell.Answer answer = run(mock, proxy, List.of());

      answer.expect("the run", 0);
      assertThat(answer.out()).contains(" passed").doesNotContain("failed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ECHO_ALWAYS,   SELF-1",
    "ACK_MISSING,   ACK-1",
    "EVENT_RENAMED, FILTER-2",
    "COPY_TWICE,    ORDER-2",
    "LEAK_ANYWHERE, BROADCAST-2",
  })
  void aFaultIsCaughtUnderTheRuleThatItBreaks(String name, String rule) throws IOException {
    Fault fault = Faults.named(name).orElseThrow();
    try (BroadcastMock mock = BroadcastMock.builder().start();
        FaultProxy proxy = proxy(mock, List.of(fault))) {
      Shell.Answer answer = run(mock, proxy, List.of("--only", rule));

      assertThat(answer.out()).contains("rule      " + rule + " ");
      assertThat(answer.exitCode()).isEqualTo(1);
      assertThat(fault.activations()).isPositive();
    }
  }

  private static FaultProxy proxy(BroadcastMock mock, List<Fault> faults) {
    return FaultProxy.builder().upstream(mock.url()).faults(faults).start();
  }

  private Shell.Answer run(BroadcastMock mock, FaultProxy proxy, List<String> more)
      throws IOException {
    Path target = folder.resolve("target.yaml");
    Files.writeString(target, TARGET.formatted(proxy.url()));
    List<String> arguments =
        new ArrayList<>(List.of("run", "--target", target.toString(), "--corpus", "behaviour"));
    arguments.addAll(List.of("--drain", "1ms", "--repeat", "1"));
    arguments.addAll(more);
    return new Shell(Map.of("TCK_APIKEY", mock.anonKey()), "").type(arguments);
  }
}
