package dev.broadcasttck.conformance.scripted;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.TokenSource;
import dev.broadcasttck.conformance.endpoint.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Trials of what is sent before the join: the request, and what its answers become. */
final class RestTrials {
  private static final Secret TOKEN = new Secret("the-user's-token");

  private RestTrials() {}

  static List<Trial> all() {
    return List.of(
        Trial.of(
            "the request is exact",
            RestTrials::request,
            Misbehaviour.SENDS_BEFORE_JOINED,
            Misbehaviour.REST_WITH_PREFIX,
            Misbehaviour.REST_EMPTY_AUTHORIZATION,
            Misbehaviour.REST_WITHOUT_KEY,
            Misbehaviour.REST_UNESCAPED,
            Misbehaviour.REST_BY_PUT,
            Misbehaviour.REST_FORGETS_PRIVACY),
        Trial.of("the user's token is no key", RestTrials::token, Misbehaviour.REST_TOKEN_AS_KEY),
        Trial.of(
            "202 is ok", bench -> ends(bench, status(202), "ok"), Misbehaviour.REST_OK_IS_200_ONLY),
        Trial.of(
            "401 is an error",
            bench -> ends(bench, status(401), "error"),
            Misbehaviour.REST_ALWAYS_OK),
        Trial.of(
            "a reset is an error",
            bench -> ends(bench, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "error"),
            Misbehaviour.REST_HANGS_ON_RESET),
        Trial.of(
            "no answer times out",
            bench ->
                ends(
                    bench.timeout(Duration.ofMillis(200)),
                    status(202).withFixedDelay(10_000),
                    "timed out"),
            Misbehaviour.REST_HANGS));
  }

  private static void request(Bench bench) throws Exception {
    WireMockServer rest = answering(status(202));
    try {
      bench
          .restAt(batch(rest))
          .client()
          .channel("a", "a/b?c", Bench.PRIVATE)
          .send("s", "hello", Json.object().put("n", 7));
      bench.settled("s", "ok");
      rest.verify(
          1,
          postRequestedFor(urlEqualTo("/api/broadcast"))
              .withHeader("apikey", equalTo(Bench.KEY))
              .withHeader("Authorization", equalTo("Bearer " + Bench.KEY))
              .withRequestBody(
                  equalTo(
                      "{\"messages\":[{\"topic\":\"a/b?c\",\"event\":\"hello\","
                          + "\"payload\":{\"n\":7},\"private\":true}]}")));
    } finally {
      rest.stop();
    }
  }

  private static void token(Bench bench) throws Exception {
    WireMockServer rest = answering(status(202));
    try {
      bench
          .token(new TokenSource.Given(TOKEN))
          .restAt(batch(rest))
          .client()
          .channel("a", "room", Bench.PLAIN)
          .send("s", "hello", Json.object());
      bench.settled("s", "ok");
      rest.verify(
          1,
          postRequestedFor(urlEqualTo("/api/broadcast"))
              .withHeader("apikey", equalTo(Bench.KEY))
              .withHeader("Authorization", equalTo("Bearer " + TOKEN.reveal())));
    } finally {
      rest.stop();
    }
  }

  private static void ends(Bench bench, ResponseDefinitionBuilder answer, String result)
      throws Exception {
    WireMockServer rest = answering(answer);
    try {
      bench
          .restAt(batch(rest))
          .client()
          .channel("a", "room", Bench.PLAIN)
          .send("s", "e", Json.object());
      bench.settled("s", result);
    } finally {
      rest.stop();
    }
  }

  private static WireMockServer answering(ResponseDefinitionBuilder answer) {
    WireMockServer rest =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    rest.start();
    rest.stubFor(any(anyUrl()).willReturn(answer));
    return rest;
  }

  private static URI batch(WireMockServer rest) {
    return URI.create("http://127.0.0.1:" + rest.port() + "/api/broadcast");
  }
}
