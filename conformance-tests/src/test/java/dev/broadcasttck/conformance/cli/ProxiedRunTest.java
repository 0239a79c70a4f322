package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.proxy.FaultProxy;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The obedient mock, reached through the proxy: what is red there is the proxy's doing. */
class ProxiedRunTest {
  @Test
  void theBehaviourCorpusIsGreenThroughIt() {
    try (BroadcastMock mock = BroadcastMock.builder().start();
        FaultProxy proxy = proxy(mock, List.of())) {
      Shell.Answer answer = run(mock, proxy, List.of());

      assertThat(answer.out()).contains(" passed").doesNotContain("failed");
      assertThat(answer.exitCode()).isZero();
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
  void aFaultIsCaughtUnderTheRuleThatItBreaks(String name, String rule) {
    Fault fault = Faults.named(name).orElseThrow();
    try (BroadcastMock mock = BroadcastMock.builder().start();
        FaultProxy proxy = proxy(mock, List.of(fault))) {
      Shell.Answer answer = run(mock, proxy, List.of("--only", rule));

      assertThat(answer.out()).contains(rule, " failed in ").doesNotContain(" passed in ");
      assertThat(answer.exitCode()).isEqualTo(1);
      assertThat(fault.activations()).isPositive();
    }
  }

  private static FaultProxy proxy(BroadcastMock mock, List<Fault> faults) {
    return FaultProxy.builder().upstream(mock.url()).faults(faults).start();
  }

  private static Shell.Answer run(BroadcastMock mock, FaultProxy proxy, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--url", proxy.url().toString(), "--apikey", mock.anonKey()));
    arguments.addAll(List.of("--corpus", "behaviour", "--drain", "1ms", "--repeat", "1"));
    arguments.addAll(more);
    return Shell.EMPTY.type(arguments);
  }
}
