package dev.broadcasttck.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class LoadTest {
  private final Properties properties = new Properties();

  @Test
  void noServerIsPutUnderLoadThatIsNotNamed() {
    assertThatThrownBy(() -> Load.of(properties, ""))
        .isInstanceOf(Mistake.class)
        .hasMessageStartingWith("--url is missing: no server is put under load that is not named");
  }

  @Test
  void theRestIsBoundedByDefault() {
    properties.setProperty("tck.url", "ws://127.0.0.1:4000/socket/websocket");
    Load load = Load.of(properties, "");
    assertThat(load.sockets()).isEqualTo(51);
    assertThat(load.broadcasts()).isEqualTo(100);
  }

  @Test
  void aNumberBeyondItsBoundsIsRefused() {
    properties.setProperty("tck.url", "ws://127.0.0.1:4000/socket/websocket");
    properties.setProperty("tck.hearers", "30000");
    assertThatThrownBy(() -> Load.of(properties, ""))
        .hasMessage("--hearers: 30000 is not possible; give a number from 1 to 20000");
  }

  @Test
  void aTypoIsToldInOneSentence() {
    assertThatThrownBy(() -> Capacity.read(new String[] {"--hearer", "3"}))
        .hasMessageStartingWith("unknown option '--hearer'; there are --hearers, --p99,");
  }

  @Test
  void theLatencyOfABroadcastIsReadFromItsText() {
    String sent = new Words("realtime:x", true).broadcast(1_000);
    assertThat(Words.latency(sent, 1_012)).isEqualTo(12);
    assertThat(Words.latency("[null,null,\"phoenix\",\"phx_reply\",{}]", 1_012)).isNegative();
  }
}
