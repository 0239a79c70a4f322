package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.project.ProjectSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several projects behind one port. */
class ProjectsTest {
  private static final String SECRET = UUID.randomUUID().toString();

  @Test
  void theFirstLabelOfTheHostNamesTheProject() throws IOException {
    try (BroadcastMock mock =
        BroadcastMock.builder()
            .project("one", ProjectSettings.DEFAULT, SECRET)
            .project("off", ProjectSettings.DEFAULT.withSuspension())
            .start()) {
      String own = mock.project("one").token("anon", Duration.ofHours(1));
      assertThat(status(mock, "localhost:" + mock.port(), mock.anonKey())).contains(" 202 ");
      assertThat(status(mock, "127.0.0.1:" + mock.port(), mock.anonKey())).contains(" 202 ");
      assertThat(status(mock, "one.localhost", own)).contains(" 202 ");
      assertThat(status(mock, "one.localhost", mock.anonKey())).contains(" 401 ");
      assertThat(status(mock, "off.localhost", mock.anonKey())).contains(" 403 ");
      assertThat(status(mock, "nosuch.localhost", mock.anonKey())).contains(" 401 ");
    }
  }

  @Test
  void aloneAProjectStandsBehindEveryHost() throws IOException {
    try (BroadcastMock mock = BroadcastMock.builder().start()) {
      assertThat(status(mock, "any.example.org", mock.anonKey())).contains(" 202 ");
    }
  }

  private static String status(BroadcastMock mock, String host, String token) throws IOException {
    String body = "{\"messages\":[{\"topic\":\"t\",\"event\":\"e\",\"payload\":{}}]}";
    String request =
        "POST /api/broadcast HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(host, token, body.length(), body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mock.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }
}
