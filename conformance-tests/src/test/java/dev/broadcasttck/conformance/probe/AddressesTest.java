package dev.broadcasttck.conformance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.endpoint.Secret;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wss://h.example/realtime/v1                     | wss://h.example/realtime/v1/websocket   | https://h.example/realtime/v1/api/broadcast
          https://h.example                               | wss://h.example/realtime/v1/websocket   | https://h.example/realtime/v1/api/broadcast
          HTTPS://h.example/                              | wss://h.example/realtime/v1/websocket   | https://h.example/realtime/v1/api/broadcast
          http://127.0.0.1:4000                           | ws://127.0.0.1:4000/realtime/v1/websocket | http://127.0.0.1:4000/realtime/v1/api/broadcast
          http://[::1]:4000                               | ws://[::1]:4000/realtime/v1/websocket   | http://[::1]:4000/realtime/v1/api/broadcast
          ws://h.example/socket                           | ws://h.example/socket/websocket         | http://h.example/api/broadcast
          ws://h.example/socket/websocket?apikey=K&vsn=1  | ws://h.example/socket/websocket         | http://h.example/api/broadcast
          wss://h.example/realtime/v1/websocket/          | wss://h.example/realtime/v1/websocket   | https://h.example/realtime/v1/api/broadcast
          https://h.example/realtime/v1/api/broadcast     | wss://h.example/realtime/v1/websocket   | https://h.example/realtime/v1/api/broadcast
          http://h.example/api/broadcast                  | ws://h.example/socket/websocket         | http://h.example/api/broadcast
          https://h.example/team/realtime/v1              | wss://h.example/team/realtime/v1/websocket | https://h.example/team/realtime/v1/api/broadcast
          """)
  void findsBothDoors(String typed, URI socket, URI broadcast) {
    assertThat(Addresses.of(typed)).isEqualTo(new Addresses(socket, broadcast));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          h.example/realtime/v1   | "h.example/realtime/v1" names no host; write it like wss://HOST/realtime/v1
          localhost:4000          | "localhost:4000" names no host; write it like wss://HOST/realtime/v1
          ftp://h.example         | "ftp://h.example" begins with none of wss://, https://, ws:// and http://
          https://h example       | "https://h example" is no address; write it like wss://HOST/realtime/v1
          https://                | "https://" is no address; write it like wss://HOST/realtime/v1
          https://me:pass@h       | the address holds a user name; give the key with --apikey
          """)
  void saysWhatIsWrong(String typed, String sentence) {
    assertThatThrownBy(() -> Addresses.of(typed))
        .isInstanceOf(InvalidAddress.class)
        .hasMessage(sentence);
  }

  @Test
  void aKeyThatNoHeaderCanHoldIsNotRepeated() {
    Addresses addresses = Addresses.of("http://127.0.0.1:4000");

    assertThatThrownBy(() -> addresses.endpoint(new Secret("abc\n"), Map.of()))
        .isInstanceOf(InvalidAddress.class)
        .hasMessage("the key holds a space or a letter that no key has; copy it again");
  }
}
