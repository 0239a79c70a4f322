package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--upstream ftp://HOST | --upstream: \"ftp://HOST\" begins with none of wss://",
        "--upstream ws://127.0.0.1:1 | nobody listens at 127.0.0.1:1; is the server running?",
        "--upstream ws://127.0.0.1:1 --fault ECHO_ALWAY | did you mean `ECHO_ALWAYS`?",
        "--upstream ws://127.0.0.1:1 --fault LEFT_BUT_STILL_A_MEMBER | cannot be had from outside",
        "--upstream ws://127.0.0.1:1 --trace /no/such/file | the directory of /no/such/file does",
        "--upstream ws://127.0.0.1:1 --strict --no-lint | --strict and --no-lint exclude",
        "--upstream ws://127.0.0.1:1 --port 70000 | 70000 is no port",
        "--port 4000 | there is no server: give --upstream URL",
      })
  void whatCannotBeIsToldInASentence(String typed, String told) {
    Shell.Answer answer = Shell.EMPTY.type(("proxy " + typed).split(" "));

    assertThat(answer.err()).contains(told);
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void whatCanBeHadIsListed() {
    Shell.Answer answer = Shell.EMPTY.type("proxy", "--list-faults");

    assertThat(answer.out())
        .contains("ECHO_ALWAYS  SELF-1\n")
        .doesNotContain("LEFT_BUT_STILL_A_MEMBER");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void aTakenPortIsToldInASentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        BroadcastMock mock = BroadcastMock.builder().start()) {
      String port = Integer.toString(taken.getLocalPort());
      Shell.Answer answer =
          Shell.EMPTY.type("proxy", "--upstream", mock.url().toString(), "--port", port);

      assertThat(answer.err()).contains("port " + port + " is taken");
      assertThat(answer.exitCode()).isEqualTo(4);
    }
  }
}
