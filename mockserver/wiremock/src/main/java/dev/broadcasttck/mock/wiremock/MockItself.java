package dev.broadcasttck.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.UUID;

/**
 * The stub after all others that leaves the mock's own paths to the mock, so that nothing of it is
 * among the requests that WireMock calls unmatched.
 */
final class MockItself {
  private static final String MARK = "x-left-to-the-mock";
  private static final UUID ID = UUID.fromString("b7d0ca57-0000-4000-8000-000000000001");
  private static final String PATHS = "/(realtime/v1|socket|api|healthz)(/[^?]*)?";

  private MockItself() {}

  static ResponseDefinitionBuilder response() {
    return aResponse().withHeader(MARK, "yes");
  }

  static boolean isMeant(Response response) {
    return response.getHeaders().getHeader(MARK).isPresent();
  }

  /** Puts the stub in again, where somebody has removed all stubs. */
  static void putInto(WireMockServer server) {
    if (!server.getStubMapping(ID).isPresent()) {
      server.addStubMapping(stub());
    }
  }

  private static StubMapping stub() {
    return WireMock.any(WireMock.urlPathMatching(PATHS))
        .withId(ID)
        .withName("the mock itself")
        .atPriority(Integer.MAX_VALUE)
        .willReturn(response())
        .build();
  }
}
