package dev.broadcasttck.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask WireMock's own API over the mock's port. */
class SteeringTest {
  private static final String MAPPINGS = "/__admin/mappings";
  private static final String ANY_ADDRESS = "0.0.0.0";

  private final WireMockBeside api = WireMockBeside.create();

  @Test
  void whereOthersCanComeNobodyIsLetInWithoutAToken() throws Exception {
    try (BroadcastMock mock =
        BroadcastMock.builder().with(api).host(InetAddress.getByName(ANY_ADDRESS)).start()) {
      HttpResponse<String> answer = new Browser(mock.url()).get(MAPPINGS);

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body())
          .isEqualTo(
              "{\"errors\":[\"others can come to this address, so this is closed: build the mock"
                  + " with admin(token)\"]}");
    }
  }

  @Test
  void whatItPlaysIsForEverybodyThere() throws Exception {
    try (BroadcastMock mock =
        BroadcastMock.builder().with(api).host(InetAddress.getByName(ANY_ADDRESS)).start()) {
      api.stubFor(get("/rest/v1/rooms").willReturn(ok("rooms")));

      assertThat(new Browser(mock.url()).get("/rest/v1/rooms").body()).isEqualTo("rooms");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ANY_ADDRESS, "127.0.0.1"})
  void theTokenOfTheMocksOwnAdminApiLetsIn(String host) throws Exception {
    try (BroadcastMock mock =
        BroadcastMock.builder()
            .with(api)
            .admin("sesame")
            .host(InetAddress.getByName(host))
            .start()) {
      Browser browser = new Browser(mock.url());

      assertThat(browser.get(MAPPINGS).statusCode()).isEqualTo(401);
      assertThat(browser.get(MAPPINGS + "?token=thyme").statusCode()).isEqualTo(401);
      assertThat(browser.get(MAPPINGS + "?limit=1&token=sesame").statusCode()).isEqualTo(200);
      assertThat(
              browser
                  .ask(browser.to(MAPPINGS).header("authorization", "Bearer sesame"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void pagesOfOtherSitesAreKeptOut() throws Exception {
    try (BroadcastMock mock = BroadcastMock.builder().with(api).start()) {
      Browser browser = new Browser(mock.url());

      assertThat(browser.get(MAPPINGS).statusCode()).isEqualTo(200);
      assertThat(
              browser
                  .ask(browser.to(MAPPINGS).header("origin", "https://evil.example"))
                  .statusCode())
          .isEqualTo(403);
    }
  }
}
