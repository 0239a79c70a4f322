package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What nearly every test of a running mock begins with. */
final class Sockets {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Sockets() {}

  static TestSocket version1(BroadcastMock mock) {
    return new TestSocket(address(mock, "1.0.0"));
  }

  static TestSocket version2(BroadcastMock mock) {
    return new TestSocket(address(mock, "2.0.0"));
  }

  static URI address(BroadcastMock mock, String vsn) {
    return URI.create(mock.socketUrl() + "?apikey=" + mock.anonKey() + "&vsn=" + vsn);
  }

  /** Joins {@code realtime:room} in version 2, and sees it answered. */
  static void join(TestSocket socket, String joinRef, String config) throws InterruptedException {
    socket.send(
        "[\"" + joinRef + "\",\"1\",\"realtime:room\",\"phx_join\",{\"config\":" + config + "}]");
    assertThat(socket.next()).contains("\"status\":\"ok\"");
  }

  /** The status of a REST batch of one message. */
  static int post(BroadcastMock mock, String topic, String event)
      throws IOException, InterruptedException {
    String body =
        "{\"messages\":[{\"topic\":\"" + topic + "\",\"event\":\"" + event + "\",\"payload\":{}}]}";
    HttpRequest request =
        HttpRequest.newBuilder(mock.broadcastUrl())
            .header("content-type", "application/json")
            .header("apikey", mock.anonKey())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
  }
}
