package dev.broadcasttck.examples;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.broadcasttck.examples.Chat.chat;
import static dev.broadcasttck.mock.wiremock.WireMockBeside.asTheMock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import dev.broadcasttck.mock.wiremock.WireMockBeside;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A project of which more than Realtime is needed. */
class ProjectTest {
  static final WireMockBeside api = WireMockBeside.create();

  @RegisterExtension
  static final BroadcastMockExtension mock = BroadcastMockExtension.create(it -> it.with(api));

  @Test
  void theRestOfItIsStubbedAndVerified() throws Exception {
    String token = mock.token("authenticated", Duration.ofHours(1));
    api.stubFor(
        post(urlPathEqualTo("/auth/v1/token"))
            .willReturn(okJson("{\"access_token\": \"%s\"}".formatted(token))));

    assertThat(send("/auth/v1/token?grant_type=password", "{}")).contains(token);

    api.verify(postRequestedFor(urlPathEqualTo("/auth/v1/token")));
  }

  @Test
  void sendsOverRestBreakAsWireMockBreaksThem() {
    api.stubFor(
        post("/realtime/v1/api/broadcast")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThatThrownBy(() -> send("/realtime/v1/api/broadcast", "{\"messages\": []}"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aSocketIsRefused() {
    api.stubFor(get(urlPathEqualTo("/realtime/v1/websocket")).willReturn(forbidden()));

    assertThatThrownBy(() -> chat(mock.url(), mock.anonKey())).isNotNull();
  }

  @Test
  void aSocketIsLate() {
    api.stubFor(
        get(urlPathEqualTo("/realtime/v1/websocket")).willReturn(asTheMock().withFixedDelay(100)));

    chat(mock.url(), mock.anonKey()).say("hello");
  }

  private static String send(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(mock.url().resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
