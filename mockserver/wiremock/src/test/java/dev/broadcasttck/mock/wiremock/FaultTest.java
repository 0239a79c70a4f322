package dev.broadcasttck.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.broadcasttck.mock.junit.BroadcastMockExtension;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.WebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WireMock's own faults, seen on the wire. */
class FaultTest {
  private static final WireMockBeside api = WireMockBeside.create();

  @RegisterExtension
  static final BroadcastMockExtension mock = BroadcastMockExtension.create(it -> it.with(api));

  @Test
  void anEmptyResponseIsAnEndWithoutAByte() throws Exception {
    assertThat(seen(Fault.EMPTY_RESPONSE)).isEmpty();
  }

  @Test
  void aMalformedChunkFollowsAGoodHead() throws Exception {
    assertThat(seen(Fault.MALFORMED_RESPONSE_CHUNK))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .endsWith("\r\n\r\nthis is no chunk\r\n");
  }

  @Test
  void randomDataIsNoHttp() throws Exception {
    assertThat(seen(Fault.RANDOM_DATA_THEN_CLOSE)).isNotEmpty().doesNotContain("HTTP/1.1");
  }

  @Test
  void aResetIsAReset() {
    assertThatThrownBy(() -> seen(Fault.CONNECTION_RESET_BY_PEER))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aClientOfTheJdkFailsOnEachOfThem(Fault fault) {
    stub(fault);

    assertThatThrownBy(() -> new Browser(mock.url()).get("/rest/v1/rooms"))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aSocketThatIsAskedForMeetsThemToo(Fault fault) {
    api.stubFor(
        get(urlPathEqualTo("/realtime/v1/websocket")).willReturn(aResponse().withFault(fault)));

    assertThatThrownBy(RoomSocket.knock(mock, new WebSocket.Listener() {})::join)
        .hasCauseInstanceOf(IOException.class);
  }

  private static String seen(Fault fault) throws IOException {
    stub(fault);
    try (var connection = new RawConnection(mock.mock().port())) {
      return connection.get("/rest/v1/rooms").rest();
    }
  }

  private static void stub(Fault fault) {
    api.stubFor(get("/rest/v1/rooms").willReturn(aResponse().withFault(fault)));
  }
}
