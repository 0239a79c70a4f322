package dev.broadcasttck.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.options;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stubs answer is good HTTP. */
class HttpTest {
  private static final String PREFLIGHT =
      "OPTIONS %s HTTP/1.1\r\nHost: x\r\nOrigin: http://page.example\r\nAccess-Control-Request-Method: PATCH\r\nAccess-Control-Request-Headers: apikey,prefer\r\nConnection: close\r\n\r\n";

  private static final WireMockBeside api = WireMockBeside.create();

  @RegisterExtension
  static final BroadcastMockExtension mock = BroadcastMockExtension.create(it -> it.with(api));

  @Test
  void aConnectionIsUsedAgainInTurnByStubsAndTheMock() throws Exception {
    api.stubFor(get("/a").willReturn(ok("first").withFixedDelay(100)));
    api.stubFor(get("/b").willReturn(ok("second")));

    try (var connection = connection()) {
      connection.get("/a").get("/healthz").get("/b");

      assertThat(connection.upTo("first")).startsWith("HTTP/1.1 200 OK").contains("length: 5");
      assertThat(connection.upTo("{\"status\":\"ok\"}")).startsWith("HTTP/1.1 200 OK");
      assertThat(connection.upTo("second")).startsWith("HTTP/1.1 200 OK").contains("length: 6");
    }
  }

  @Test
  void aConnectionEndsWhereTheClientOrTheStubWantsIt() throws Exception {
    api.stubFor(get("/a").willReturn(ok("last")));
    api.stubFor(get("/b").willReturn(ok("last").withHeader("Connection", "close")));

    try (var byClient = connection();
        var byStub = connection()) {
      byClient.write("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      assertThat(byClient.rest()).endsWith("last");
      assertThat(byStub.get("/b").rest()).endsWith("last");
    }
  }

  @Test
  void headHasTheLengthAndNoBody() throws Exception {
    api.stubFor(any(anyUrl()).willReturn(ok("12345")));

    try (var connection = connection()) {
      connection.write("HEAD /rest/v1/rooms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      assertThat(connection.rest()).contains("content-length: 5\r\n").endsWith("\r\n\r\n");
    }
  }

  @Test
  void noContentHasNoBodyAndOddStatusesHaveTheirWords() throws Exception {
    api.stubFor(get("/none").willReturn(noContent()));
    api.stubFor(get("/tea").willReturn(status(418).withStatusMessage("No Coffee").withBody("pot")));

    try (var connection = connection()) {
      assertThat(connection.get("/none").upTo("\r\n\r\n")).startsWith("HTTP/1.1 204 No Content");
      assertThat(connection.get("/tea").upTo("pot")).startsWith("HTTP/1.1 418 No Coffee\r\n");
    }
  }

  @Test
  void bigBodiesGoBothWays() throws Exception {
    String sent = "s".repeat(7_000_000);
    String got = "g".repeat(20_000_000);
    api.stubFor(post("/storage/v1/big").withRequestBody(equalTo(sent)).willReturn(ok(got)));

    assertThat(browser().post("/storage/v1/big", sent).body()).isEqualTo(got);
    assertThat(browser().post("/storage/v1/big", sent + sent).statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyMayDrip() throws Exception {
    api.stubFor(get("/drip").willReturn(ok("abcdefg").withChunkedDribbleDelay(3, 300)));
    long start = System.nanoTime();

    assertThat(browser().get("/drip").body()).isEqualTo("abcdefg");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void aLengthThatAStubGivesIsKeptThoughItLies() throws Exception {
    api.stubFor(
        get("/lie").willReturn(aResponse().withHeader("Content-Length", "99").withBody("short")));

    try (var connection = connection()) {
      assertThat(connection.get("/lie").upTo("short")).contains("Content-Length: 99");
    }
  }

  @Test
  void pagesOfBrowsersMayReadAllOfIt() throws Exception {
    api.stubFor(get("/rest/v1/rooms").willReturn(ok()));
    api.stubFor(
        get("/rest/v1/own").willReturn(ok().withHeader("Access-Control-Allow-Origin", "http://a")));

    HttpRequest.Builder rooms =
        browser().to("/rest/v1/rooms").header("Origin", "http://page.example");
    HttpRequest.Builder own = browser().to("/rest/v1/own").header("Origin", "http://page.example");

    assertThat(browser().ask(rooms).headers().allValues("access-control-allow-origin"))
        .containsExactly("*");
    assertThat(browser().ask(own).headers().allValues("access-control-allow-origin"))
        .containsExactly("http://a");
    assertThat(browser().get("/rest/v1/rooms").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void aPreflightIsAnsweredByTheGatewayUnlessAStubDoes() throws Exception {
    assertThat(preflight("/rest/v1/rooms"))
        .startsWith("HTTP/1.1 200 OK")
        .contains("access-control-allow-origin: *")
        .contains("access-control-allow-methods: GET,HEAD,PUT,PATCH,POST,DELETE")
        .contains("access-control-allow-headers: apikey,prefer");
    assertThat(preflight("/realtime/v1/api/broadcast")).startsWith("HTTP/1.1 204 No Content");

    api.stubFor(options(anyUrl()).willReturn(status(403)));
    assertThat(preflight("/rest/v1/rooms")).startsWith("HTTP/1.1 403");
  }

  @Test
  void otherMethodsAreStubbedToo() throws Exception {
    api.stubFor(any(anyUrl()).willReturn(ok("{{request.method}}")));

    var patch = browser().to("/rest/v1/rooms").method("PATCH", BodyPublishers.ofString("{}"));

    assertThat(browser().ask(patch).statusCode()).isEqualTo(200);
  }

  private static String preflight(String path) throws Exception {
    try (var connection = connection()) {
      return connection.write(PREFLIGHT.formatted(path)).rest();
    }
  }

  private static RawConnection connection() throws Exception {
    return new RawConnection(mock.mock().port());
  }

  private static Browser browser() {
    return new Browser(mock.url());
  }
}
