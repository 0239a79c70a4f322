package dev.broadcasttck.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private static final Decoder DECODER = new Decoder(ProtocolVersion.V2);

  @Test
  void hidesTheKeyInAQueryHoweverShort() {
    assertThat(redaction("k").text("ws://h/s?apikey=k&vsn=2.0.0"))
        .isEqualTo("ws://h/s?apikey=[secret]&vsn=2.0.0");
  }

  @Test
  void hidesTheKeyWhereverItTurnsUp() {
    assertThat(redaction("0123456789").text("no such key: 0123456789!"))
        .isEqualTo("no such key: [secret]!");
  }

  @Test
  void leavesWordsAloneThatAShortKeyIsPartOf() {
    assertThat(redaction("key").text("the monkey")).isEqualTo("the monkey");
  }

  @Test
  void hidesTokensInFramesAndInWhatIsReadFromThem() {
    Frame frame =
        DECODER.text("[\"1\",\"2\",\"t\",\"access_token\",{\"access_token\":\"a\\\"b\"}]");

    Frame redacted = redaction("k").frame(frame, DECODER);

    assertThat(redacted.content())
        .isEqualTo("[\"1\",\"2\",\"t\",\"access_token\",{\"access_token\":\"[secret]\"}]");
    assertThat(redacted.reading().toString()).doesNotContain("a\\\"b").contains("[secret]");
  }

  @Test
  void leavesAFrameAsItIsThatHidesNothing() {
    Frame frame = DECODER.text("[null,null,\"t\",\"e\",{}]");

    assertThat(redaction("k").frame(frame, DECODER)).isSameAs(frame);
  }

  @Test
  void hidesTheHeadersThatCarrySecretsAndThoseThatTheUserAdded() {
    assertThat(
            redaction("k")
                .headers(Map.of("authorization", "Bearer k", "X-Gate", "open", "Accept", "*/*")))
        .containsEntry("authorization", "[secret]")
        .containsEntry("X-Gate", "[secret]")
        .containsEntry("Accept", "*/*");
  }

  private static Redaction redaction(String key) {
    return Redaction.of(
        new Endpoint(
            URI.create("ws://h/s"),
            URI.create("http://h/r"),
            new Secret(key),
            Map.of("x-gate", "open")));
  }
}
