package dev.broadcasttck.conformance.scripted;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.driver.DriverChannel;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.tape.Happening;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RestTest {
  private static final JsonNode PAYLOAD = Json.object().put("text", "é");
  private final Stage stage = new Stage();
  private final WireMockServer rest =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  @BeforeEach
  void start() {
    rest.start();
  }

  @AfterEach
  void stop() {
    stage.close();
    rest.stop();
  }

  @Test
  void aSendBeforeSubscribingIsABatchOfOneAndOpensNoSocket() throws Exception {
    answering(status(202));

    channel(new ChannelOptions(false, true, true)).send("s", "hello", PAYLOAD);

    stage.settled("s", "ok");
    rest.verify(
        1,
        postRequestedFor(urlEqualTo("/api/broadcast"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("apikey", equalTo(Stage.KEY))
            .withHeader("Authorization", equalTo("Bearer " + Stage.KEY))
            .withRequestBody(
                equalTo(
                    "{\"messages\":[{\"topic\":\"room\",\"event\":\"hello\","
                        + "\"payload\":{\"text\":\"é\"},\"private\":true}]}")));
    assertThat(stage.server.isUntouched()).isTrue();
  }

  @Test
  void theTapeHasTheRequestBeforeTheAnswerAndNoKey() throws Exception {
    answering(status(202));

    channel(Stage.PLAIN).httpSend("s", "hello", PAYLOAD);

    int settled = stage.settled("s", "ok");
    Happening.RequestSent sent = stage.first(Happening.RequestSent.class);
    Happening.ResponseReceived got = stage.first(Happening.ResponseReceived.class);
    assertThat(sent.headers()).containsEntry("Authorization", "[secret]");
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(got.call()).isEqualTo(sent.call());
    assertThat(got.status()).isEqualTo(202);
    assertThat(got.body()).isEmpty();
    assertThat(stage.happened(sent)).isLessThan(stage.happened(got));
    assertThat(stage.happened(got)).isLessThan(settled);
    assertThat(stage.tape.entries().toString()).doesNotContain(Stage.KEY);
  }

  @Test
  void aRefusalIsAnError() throws Exception {
    answering(status(401).withBody("{\"message\":\"Unauthorized\"}"));

    channel(Stage.PLAIN).send("s", "hello", PAYLOAD);

    stage.settled("s", "error");
    assertThat(stage.first(Happening.ResponseReceived.class).body())
        .isEqualTo("{\"message\":\"Unauthorized\"}");
  }

  @Test
  void aResetIsAnError() throws Exception {
    answering(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    channel(Stage.PLAIN).send("s", "hello", PAYLOAD);

    stage.settled("s", "error");
    stage.first(Happening.RequestLost.class);
  }

  @Test
  void aHangTimesOut() throws Exception {
    answering(aResponse().withFixedDelay(60_000));

    channel(Duration.ofMillis(300), Stage.PLAIN).send("s", "hello", PAYLOAD);

    stage.settled("s", "timed out");
    assertThat(stage.first(Happening.RequestLost.class).cause()).startsWith("no answer in time");
  }

  @Test
  void aSendThatIsUnderWaySurvivesTheRemovalOfItsChannel() throws Exception {
    answering(status(202).withFixedDelay(300));
    DriverChannel channel = channel(Stage.PLAIN);

    channel.send("s", "hello", PAYLOAD);
    channel.remove();

    stage.settled("s", "ok");
  }

  @Test
  void anHttpSendDoesNotUseTheSocketOfASubscribedChannel() throws Exception {
    answering(status(202));
    DriverChannel channel = channel(Stage.PLAIN);
    Peer peer = stage.joined(channel);

    channel.httpSend("s", "hello", PAYLOAD);
    stage.settled("s", "ok");
    channel.unsubscribe();

    assertThat(peer.next()).contains("phx_leave");
    rest.verify(1, postRequestedFor(urlEqualTo("/api/broadcast")));
  }

  private void answering(ResponseDefinitionBuilder response) {
    rest.stubFor(any(anyUrl()).willReturn(response));
  }

  private DriverChannel channel(ChannelOptions options) {
    return channel(Stage.MUST_COME, options);
  }

  private DriverChannel channel(Duration timeout, ChannelOptions options) {
    URI broadcast = URI.create("http://127.0.0.1:" + rest.port() + "/api/broadcast");
    return stage.client(timeout, broadcast).channel("a", "room", options);
  }
}
