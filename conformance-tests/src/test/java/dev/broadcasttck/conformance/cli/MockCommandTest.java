package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class MockCommandTest {
  @Test
  void aTakenPortIsToldInASentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Shell.Answer answer =
          Shell.EMPTY.type("mock", "--port", Integer.toString(taken.getLocalPort()));

      assertThat(answer.err())
          .isEqualToIgnoringNewLines(
              "tck mock: port %d is taken; give another with --port, or 0 for any free one"
                  .formatted(taken.getLocalPort()));
      assertThat(answer.exitCode()).isEqualTo(4);
    }
  }

  @Test
  void whatIsNoAddressIsToldInASentence() {
    assertThat(Shell.EMPTY.type("mock", "--host", "no such host").err())
        .contains("--host: there is no address 'no such host'");
    assertThat(Shell.EMPTY.type("mock", "--host", "192.0.2.1").err())
        .contains("--host: 192.0.2.1 is no address of this machine");
  }

  @Test
  void whatContradictsItselfIsToldInASentence() {
    Shell.Answer answer = Shell.EMPTY.type("mock", "--no-admin", "--admin-token", "t0ken");

    assertThat(answer.err()).contains("--admin-token and --no-admin exclude each other");
    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(Shell.EMPTY.type("mock", "--admin-token", "").err()).contains("must not be empty");
  }

  @Test
  void whatIsNoPortIsToldInASentence() {
    assertThat(Shell.EMPTY.type("mock", "--port", "70000").err()).contains("70000 is no port");
    assertThat(Shell.EMPTY.type("mock", "--port", "http").err()).contains("'http' is not an int");
  }
}
