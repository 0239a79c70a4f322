package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DiffCommandTest {
  @RepeatedTest(3)
  void theMockSaysTheSameAsTheMock() {
    Shell.Answer answer =
        Shell.EMPTY.type("diff", "--a", "mock", "--b", "mock", "--corpus", "behaviour");

    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out()).contains(" compared: 0 differ");
  }

  @Test
  void aFaultOnOneSideIsSeenWhereItFirstShows() {
    Shell.Answer answer =
        Shell.EMPTY.type(
            "diff",
            "--a",
            "mock",
            "--b",
            "mock",
            "--fault-b",
            "ECHO_ALWAYS",
            "--only",
            "SELF-1/sender-hears-nothing-by-default@1.0.0");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out())
        .startsWith(
            """
            SELF-1/sender-hears-nothing-by-default@1.0.0: they part at message 2 of alice ◀ realtime:room
              both      text phx_reply, ref phx_join 1, join_ref null,
            """)
        .contains("\n  a         nothing more\n  b         text broadcast, ref null,")
        .endsWith("1 compared: 1 differ\n");
  }

  @Test
  void aServerIsNamedByItsAddressToo() {
    try (BroadcastMock mock = BroadcastMock.builder().start()) {
      Shell shell = new Shell(Map.of("TCK_APIKEY_B", mock.anonKey()), "");
      Shell.Answer answer =
          shell.type("diff", "--a", "mock", "--b", mock.url().toString(), "--only", "SMOKE-1");

      assertThat(answer.exitCode()).as(answer.all()).isZero();
      assertThat(answer.out()).isEqualTo("3 compared: 0 differ\n");
      assertThat(answer.all()).doesNotContain(mock.anonKey());
    }
  }

  @Test
  void whatCannotBeIsWrongUsage() {
    assertThat(Shell.EMPTY.type("diff", "--a", "mock").exitCode()).isEqualTo(4);
    assertThat(Shell.EMPTY.type("diff", "--a", "mock", "--b", "mok").err())
        .contains("'mok' is neither a file nor a preset, did you mean `mock`?");
    assertThat(
            Shell.EMPTY
                .type("diff", "--a", "mock", "--b", "ws://127.0.0.1:9", "--fault-b", "ECHO_ALWAYS")
                .err())
        .contains("--fault-b is for the bundled mock");
    assertThat(
            Shell.EMPTY.type("diff", "--a", "mock", "--b", "mock", "--ca", "/no/such/ca.pem").err())
        .contains("/no/such/ca.pem");
    assertThat(Shell.EMPTY.type("diff", "--a", "mock", "--b", "mock", "--apikey-b", "k").exitCode())
        .isEqualTo(4);
  }
}
