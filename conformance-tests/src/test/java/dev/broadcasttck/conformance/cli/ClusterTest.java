package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.relay.Conditions;
import dev.broadcasttck.conformance.relay.Relay;
import dev.broadcasttck.conformance.relay.Upstream;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.server.BroadcastMock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server with two addresses, of which one is far away. */
class ClusterTest {
  private BroadcastMock mock;
  private Relay near;
  private Relay far;

  @BeforeEach
  void start() {
    mock = BroadcastMock.builder().start();
    near = node(Conditions.NONE);
    far = node(Conditions.delay(Duration.ofMillis(20)));
  }

  @AfterEach
  void stop() {
    near.close();
    far.close();
    mock.close();
  }

  @Test
  void whatOneNodeIsSentReachesTheMembersAtTheOther() {
    Shell.Answer answer = run("SELF-1/*");

    assertThat(answer.out()).contains("negatives: ").endsWith(": conformant\n");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aNodeThatIsGoneIsMissed() {
    far.close();

    assertThat(run("SMOKE-1").exitCode()).isNotZero();
  }

  @Test
  void theBundledMockHasOneAddress() {
    Shell.Answer answer = Shell.EMPTY.type("run", "--node", url(near));

    assertThat(answer.err()).contains("--node without --url: the bundled mock has one address");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  private Shell.Answer run(String only) {
    return Shell.EMPTY.type(
        "run",
        "--url",
        url(near),
        "--node",
        url(far),
        "--apikey",
        mock.anonKey(),
        "--vsn",
        "1.0.0",
        "--drain",
        "100ms",
        "--only",
        only);
  }

  private Relay node(Conditions conditions) {
    return Relay.open(
        Upstream.of(mock.socketUrl(), TransportOptions.PLAIN), conditions, Optional.empty());
  }

  private static String url(Relay relay) {
    return "ws://127.0.0.1:%d/realtime/v1".formatted(relay.address().getPort());
  }
}
