package dev.broadcasttck.examples;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.broadcasttck.mock.verify.Expectation.broadcast;
import static dev.broadcasttck.mock.verify.Expectation.join;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import dev.broadcasttck.mock.wiremock.WireMockBeside;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The sample app as it is, with supabase-js, against one URL: sockets, auth, REST and functions.
 */
@DisabledIfSystemProperty(named = "skipSdk", matches = ".*\\bsupabase-js\\b.*")
class AppTest {
  static final WireMockBeside api = WireMockBeside.create();

  @RegisterExtension
  static final BroadcastMockExtension mock =
      BroadcastMockExtension.create(it -> it.with(api).patience(Duration.ofSeconds(20)));

  private String token;

  @BeforeAll
  static void install() {
    App.install();
  }

  @BeforeEach
  void stubTheRestOfTheProject() {
    token = mock.token("authenticated", Duration.ofHours(1));
    api.stubFor(
        post(urlPathEqualTo("/auth/v1/token"))
            .withQueryParam("grant_type", equalTo("password"))
            .willReturn(okJson(session(token))));
    api.stubFor(
        get(urlPathEqualTo("/rest/v1/messages"))
            .willReturn(okJson("[{\"author\": \"bob\", \"text\": \"hi there\"}]")));
    api.stubFor(post("/functions/v1/moderate").willReturn(okJson("{\"decent\": true}")));
  }

  private static String session(String token) {
    return """
    {"access_token": "%s", "token_type": "bearer", "expires_in": 3600, "refresh_token": "again",
     "user": {"id": "1", "aud": "authenticated", "email": "ann@example.org"}}
    """
        .formatted(token);
  }

  @Test
  void annSeesWhatWasSaidAndSaysSomethingHerself() {
    try (App app = start()) {
      app.prints("bob: hi there").prints("(subscribed)").type("hello").prints("(ok: hello)");
    }

    mock.verify(
        join()
            .on("rw-room-1")
            .where("token", it -> it.path("access_token").stringValue("").equals(token)));
    mock.verify(
        broadcast("said")
            .on("rw-room-1")
            .with("{\"author\": \"ann@example.org\", \"text\": \"hello\"}")
            .times(1));
    api.verify(
        getRequestedFor(urlPathEqualTo("/rest/v1/messages"))
            .withQueryParam("room", equalTo("eq.rw-room-1"))
            .withHeader("authorization", equalTo("Bearer " + token)));
    api.verify(
        postRequestedFor(urlPathEqualTo("/functions/v1/moderate"))
            .withRequestBody(containing("hello")));
  }

  @Test
  void sheHearsTheOthersAlsoAfterTheConnectionBroke() {
    try (App app = start()) {
      app.prints("(subscribed)");
      mock.mock().project().sendAsDatabase("rw-room-1", "said", said("one"), true);
      app.prints("bob: one");

      mock.dropConnection(1006);
      mock.verify(join().on("rw-room-1").times(2));
      app.type("here again").prints("(ok: here again)");
      mock.mock().project().sendAsDatabase("rw-room-1", "said", said("two"), true);

      app.prints("bob: two");
    }
  }

  private static String said(String text) {
    return "{\"author\": \"bob\", \"text\": \"%s\"}".formatted(text);
  }

  @Test
  void withAWrongPasswordSheIsTold() {
    api.stubFor(
        post(urlPathEqualTo("/auth/v1/token"))
            .willReturn(
                jsonResponse(
                    "{\"code\": \"invalid_credentials\", \"message\": \"Invalid login\"}", 400)));

    try (App app = start()) {
      assertThat(app.exitCode()).isEqualTo(1);
      app.prints("not signed in: Invalid login");
    }
    mock.verify(join().never());
  }

  @Test
  void theRoomWorksThoughTheDatabaseDoesNot() {
    api.stubFor(
        get(urlPathEqualTo("/rest/v1/messages"))
            .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    try (App app = start()) {
      app.prints("(what was said before cannot be shown)").prints("(subscribed)");
    }
  }

  @Test
  void nothingIsSaidThatWasNotModerated() {
    api.stubFor(post("/functions/v1/moderate").willReturn(serviceUnavailable()));

    try (App app = start()) {
      app.prints("(subscribed)").type("hello").prints("(not said: hello)");
    }
    mock.verify(broadcast("said").never());
  }

  private static App start() {
    return App.start(
        Map.of(
            "SUPABASE_URL", mock.url().toString(),
            "SUPABASE_ANON_KEY", mock.anonKey(),
            "EMAIL", "ann@example.org",
            "PASSWORD", "secret",
            "ROOM", "rw-room-1"));
  }
}
