package dev.broadcasttck.conformance.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class EncoderTest {
  private static final Encoder V1 = new Encoder(ProtocolVersion.V1);
  private static final Encoder V2 = new Encoder(ProtocolVersion.V2);

  @Test
  void writesAnObjectOnVersion1() {
    assertThat(V1.text(broadcast("hi", Json.object().put("n", 1))).content())
        .isEqualTo(
            "{\"topic\":\"realtime:room1\",\"event\":\"broadcast\",\"payload\":{\"event\":\"hi\","
                + "\"payload\":{\"n\":1},\"type\":\"broadcast\"},\"ref\":\"2\",\"join_ref\":\"11\"}");
  }

  @Test
  void keepsTheRefKeyOnVersion1WhereThereIsNoRef() {
    Envelope push = new Envelope(Json.none(), Json.none(), "t", "e", Json.object());

    assertThat(V1.text(push).content())
        .isEqualTo("{\"topic\":\"t\",\"event\":\"e\",\"payload\":{},\"ref\":null}");
  }

  @Test
  void writesAnArrayOnVersion2() {
    assertThat(V2.text(broadcast("hi", Json.object().put("n", 1))).content())
        .isEqualTo(
            "[\"11\",\"2\",\"realtime:room1\",\"broadcast\","
                + "{\"event\":\"hi\",\"payload\":{\"n\":1},\"type\":\"broadcast\"}]");
  }

  @Test
  void writesEveryDigitAndNoEscapes() {
    JsonNode payload =
        Json.array()
            .add(new BigInteger("12345678901234567890123"))
            .add(new BigDecimal("1.10"))
            .add("é€😀");

    assertThat(Json.write(payload)).isEqualTo("[12345678901234567890123,1.10,\"é€😀\"]");
  }

  /** The bytes of the client of recording 10_v2_binary. */
  @Test
  void writesAUserBroadcastPushWithJson() {
    Envelope push =
        new Envelope(
            Json.text("1"),
            Json.text("2"),
            "realtime:room1",
            "broadcast",
            new UserBroadcast("hello", Json.object().put("n", 1)).toPayload());

    assertThat(V2.userBroadcast(push).kind()).isEqualTo(Encoding.BINARY);
    assertThat(V2.userBroadcast(push).content())
        .isEqualTo("0301010e05000131327265616c74696d653a726f6f6d3168656c6c6f7b226e223a317d");
  }

  /** The bytes of the client of recording 10_v2_binary. */
  @Test
  void writesAUserBroadcastPushWithBytes() {
    JsonNode bytes = JsonNodeFactory.instance.binaryNode(new byte[] {0, 1, 2, (byte) 0xff});
    Envelope push =
        new Envelope(
            Json.text("1"),
            Json.text("3"),
            "realtime:room1",
            "broadcast",
            new UserBroadcast("bin", bytes).toPayload());

    assertThat(V2.userBroadcast(push).content())
        .isEqualTo("0301010e03000031337265616c74696d653a726f6f6d3162696e000102ff");
  }

  /** The bytes of the client of recording 10_v2_binary. */
  @Test
  void writesMetadataWhereThereIsSome() {
    JsonNode meta = Json.object().put("id", "abc");
    Envelope push =
        new Envelope(
            Json.text("1"),
            Json.text("4"),
            "realtime:room1",
            "broadcast",
            new UserBroadcast("meta", Json.object().put("n", 2), Optional.of(meta)).toPayload());

    assertThat(V2.userBroadcast(push).content())
        .isEqualTo(
            "0301010e040c0131347265616c74696d653a726f6f6d316d657461"
                + "7b226964223a22616263227d7b226e223a327d");
  }

  /** Kind 0; join_ref {@code 11}, ref {@code 2}, topic {@code t}, event {@code ev}. */
  @Test
  void writesAPush() {
    Envelope push =
        new Envelope(Json.text("11"), Json.text("2"), "t", "ev", Json.object().put("a", 1));

    assertThat(V2.push(push).content())
        .isEqualTo("0002010102" + "3131" + "32" + "74" + "6576" + "7b2261223a317d");
  }

  /** Topic {@code é} has two bytes, event {@code €} three; references that are absent have none. */
  @Test
  void countsBytesNotCharacters() {
    Envelope push =
        new Envelope(
            Json.none(),
            Json.none(),
            "é",
            "broadcast",
            new UserBroadcast("€", Json.object()).toPayload());

    assertThat(V2.userBroadcast(push).content())
        .isEqualTo("03000002030001" + "c3a9" + "e282ac" + "7b7d");
  }

  @Test
  void takesTheLongestFieldAndRefusesOneByteMore() {
    assertThat(V2.userBroadcast(broadcast("é".repeat(127) + "x", Json.object())).content())
        .startsWith("0302010eff0001");
    assertThatThrownBy(() -> V2.userBroadcast(broadcast("é".repeat(128), Json.object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the user event has 256 bytes, and a binary frame holds 255");
  }

  @Test
  void writesWhatIsIllegalAsItIs() {
    assertThat(Encoder.raw("{not json").content()).isEqualTo("{not json");
    assertThat(Encoder.raw(new byte[] {3, (byte) 0xff}).content()).isEqualTo("03ff");
    assertThat(Encoder.raw("").reading()).isInstanceOf(Reading.Noise.class);
  }

  private static Envelope broadcast(String event, JsonNode payload) {
    return new Envelope(
        Json.text("11"),
        Json.text("2"),
        "realtime:room1",
        "broadcast",
        new UserBroadcast(event, payload).toPayload());
  }
}
