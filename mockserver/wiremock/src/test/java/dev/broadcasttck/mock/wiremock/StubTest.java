package dev.broadcasttck.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StubTest {
  private static final WireMockBeside api = WireMockBeside.create();

  @RegisterExtension
  static final BroadcastMockExtension mock = BroadcastMockExtension.create(it -> it.with(api));

  @Test
  void theRestOfAProjectIsStubbedUnderTheSameUrl() throws Exception {
    api.stubFor(
        post(urlPathEqualTo("/auth/v1/token"))
            .withQueryParam("grant_type", equalTo("password"))
            .withRequestBody(equalToJson("{\"email\":\"ann@example.org\"}"))
            .willReturn(okJson("{\"access_token\":\"t\"}").withHeader("x-two", "a", "b")));

    var answer =
        browser().post("/auth/v1/token?grant_type=password", "{\"email\":\"ann@example.org\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"access_token\":\"t\"}");
    assertThat(answer.headers().allValues("x-two")).containsExactly("a", "b");
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    api.verify(postRequestedFor(urlPathEqualTo("/auth/v1/token")));
  }

  @Test
  void whatNoStubMatchesIsNotFoundInWireMocksWords() throws Exception {
    api.stubFor(get("/rest/v1/rooms").willReturn(okJson("[]")));

    var answer = browser().get("/rest/v1/room");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Request was not matched", "/rest/v1/rooms");
    assertThatThrownBy(() -> api.verify(getRequestedFor(urlPathEqualTo("/rest/v1/rooms"))))
        .isInstanceOf(VerificationException.class);
  }

  @Test
  void whatIsTheMocksStaysTheMocks() throws Exception {
    try (RoomSocket room = RoomSocket.join(mock)) {
      assertThat(browser().broadcast(mock.anonKey(), "room-1", "test").statusCode()).isEqualTo(202);

      assertThat(room.next("broadcast")).contains("\"n\":7");
    }
    assertThat(browser().get("/healthz").body()).contains("ok");
    mock.verify(broadcast("test").on("room-1").overRest().times(1));
  }

  @Test
  void wireMockHasSeenItTooAndDoesNotCallItUnmatched() throws Exception {
    try (RoomSocket room = RoomSocket.join(mock)) {
      browser().broadcast(mock.anonKey(), "room-1", "test");
      room.next("broadcast");
    }

    api.verify(
        postRequestedFor(urlPathEqualTo("/realtime/v1/api/broadcast"))
            .withHeader("apikey", equalTo(mock.anonKey()))
            .withRequestBody(containing("room-1")));
    api.verify(getRequestedFor(urlPathEqualTo("/realtime/v1/websocket")));
    assertThat(api.client().findAllUnmatchedRequests()).isEmpty();
  }

  @Test
  void whatIsTheMocksStaysTheMocksWhenAllStubsAreRemoved() throws Exception {
    api.client().removeMappings();
    assertThat(browser().broadcast(mock.anonKey(), "room-1", "test").statusCode()).isEqualTo(202);

    assertThat(api.client().findAllUnmatchedRequests()).isEmpty();
  }

  @Test
  void aStubBreaksRestSendsAndTheMockDoesNotGetThem() throws Exception {
    api.stubFor(
        post("/realtime/v1/api/broadcast")
            .willReturn(jsonResponse("{\"message\":\"slow down\"}", 429)));

    assertThat(browser().broadcast(mock.anonKey(), "room-1", "test").statusCode()).isEqualTo(429);

    mock.verify(broadcast("test").never());
    api.verify(postRequestedFor(urlPathEqualTo("/realtime/v1/api/broadcast")));
  }

  @Test
  void whatSteersTheMockIsNeverAnsweredByAStub() throws Exception {
    api.stubFor(any(anyUrl()).willReturn(serverError()));

    assertThat(browser().get("/__tck/nothing-here").statusCode()).isEqualTo(404);
    assertThat(browser().get("/healthz").statusCode()).isEqualTo(500);
  }

  @Test
  void itsOwnApiIsBesideUnderTheSameUrl() throws Exception {
    WireMock remote = new WireMock("127.0.0.1", mock.mock().port());

    remote.register(get("/rest/v1/rooms").willReturn(okJson("[]")));

    assertThat(browser().get("/rest/v1/rooms").body()).isEqualTo("[]");
    remote.verifyThat(1, getRequestedFor(urlPathEqualTo("/rest/v1/rooms")));
    assertThat(browser().get("/__admin/mappings").body()).contains("/rest/v1/rooms");
  }

  @Test
  void formsCookiesAndPartsAreMatchedAsWireMockDoesIt() throws Exception {
    api.stubFor(
        post("/functions/v1/form").withFormParam("a", equalTo("1 2")).willReturn(ok("form")));
    api.stubFor(
        post("/functions/v1/cookie").withCookie("sid", equalTo("x=y")).willReturn(ok("cookie")));
    api.stubFor(
        post("/functions/v1/part")
            .withMultipartRequestBody(aMultipart("file").withBody(containing("hello")))
            .willReturn(ok("part")));

    assertThat(
            browser()
                .post(
                    "/functions/v1/form",
                    "a=1+2&b=3",
                    "content-type",
                    "application/x-www-form-urlencoded")
                .body())
        .isEqualTo("form");
    assertThat(browser().post("/functions/v1/cookie", "", "cookie", "a=b; sid=x=y").body())
        .isEqualTo("cookie");
    assertThat(
            browser()
                .post(
                    "/functions/v1/part",
                    "--x\r\ncontent-disposition: form-data; name=\"file\"\r\n\r\nhello\r\n--x--\r\n",
                    "content-type",
                    "multipart/form-data; boundary=x")
                .body())
        .isEqualTo("part");
  }

  private static Browser browser() {
    return new Browser(mock.url());
  }
}
