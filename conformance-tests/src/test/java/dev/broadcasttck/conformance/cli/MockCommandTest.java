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
  void whatIsNoPortIsToldInASentence() {
    assertThat(Shell.EMPTY.type("mock", "--port", "70000").err()).contains("70000 is no port");
    assertThat(Shell.EMPTY.type("mock", "--port", "http").err()).contains("'http' is not an int");
  }
}
