package dev.broadcasttck.conformance.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DecoderTest {
  private static final Decoder V1 = new Decoder(ProtocolVersion.V1);
  private static final Decoder V2 = new Decoder(ProtocolVersion.V2);

  @Test
  void readsAnObjectOnVersion1WhichNamesNoJoin() {
    Envelope reply =
        message(
            V1.text(
                "{\"ref\":\"1\",\"event\":\"phx_reply\",\"payload\":{\"status\":\"ok\","
                    + "\"response\":{\"postgres_changes\":[]}},\"topic\":\"realtime:room1\"}"));

    assertThat(reply.joinRef().isNull()).isTrue();
    assertThat(reply.ref()).isEqualTo(Json.text("1"));
    assertThat(reply.topic()).isEqualTo("realtime:room1");
    assertThat(reply.event()).isEqualTo("phx_reply");
    assertThat(reply.payload().path("status").stringValue()).isEqualTo("ok");
  }

  @Test
  void readsAnArrayOnVersion2InItsOrder() {
    Envelope reply =
        message(V2.text("[\"11\",\"2\",\"realtime:room1\",\"phx_reply\",{\"status\":\"ok\"}]"));

    assertThat(reply.joinRef()).isEqualTo(Json.text("11"));
    assertThat(reply.ref()).isEqualTo(Json.text("2"));
    assertThat(reply.topic()).isEqualTo("realtime:room1");
    assertThat(reply.event()).isEqualTo("phx_reply");
  }

  @Test
  void keepsReferencesInTheirJsonType() {
    Envelope close = message(V2.text("[11,null,\"t\",\"phx_close\",{}]"));

    assertThat(close.joinRef().isNumber()).isTrue();
    assertThat(close.ref().isNull()).isTrue();
  }

  @Test
  void keepsEveryDigit() {
    JsonNode payload =
        message(V2.text("[null,null,\"t\",\"e\",[12345678901234567890123,1.10,1e400]]")).payload();

    assertThat(payload.get(0).bigIntegerValue())
        .isEqualTo(new BigInteger("12345678901234567890123"));
    assertThat(payload.get(1).decimalValue()).isEqualTo(new BigDecimal("1.10"));
    assertThat(payload.get(2).decimalValue()).isEqualTo(new BigDecimal("1e400"));
    assertThat(Json.write(payload)).isEqualTo("[12345678901234567890123,1.10,1E+400]");
  }

  @Test
  void aNumberThatNobodyCanKeepIsNoise() {
    assertThat(V2.text("[null,null,\"t\",\"e\",[1.0e-9999999999]]").reading())
        .isEqualTo(new Reading.Noise("it holds a number whose exponent nobody can keep"));
  }

  @Test
  void keepsTheFrameAsItWas() {
    Frame text = V2.text("[ null,null,\"t\",\"e\",{}]");
    Frame binary = V2.binary(hex("040e0300"));

    assertThat(text.kind()).isEqualTo(Encoding.TEXT);
    assertThat(text.content()).isEqualTo("[ null,null,\"t\",\"e\",{}]");
    assertThat(binary.kind()).isEqualTo(Encoding.BINARY);
    assertThat(binary.content()).isEqualTo("040e0300");
  }

  /** Kind 4: topic of 14 bytes, event of 5, no metadata, JSON; recording 10_v2_binary. */
  @Test
  void readsAUserBroadcastWithJson() {
    Envelope broadcast =
        message(V2.binary(hex("040e0500017265616c74696d653a726f6f6d3168656c6c6f7b226e223a317d")));

    assertThat(broadcast.joinRef().isNull()).isTrue();
    assertThat(broadcast.ref().isNull()).isTrue();
    assertThat(broadcast.topic()).isEqualTo("realtime:room1");
    assertThat(broadcast.event()).isEqualTo("broadcast");
    assertThat(Json.write(broadcast.payload()))
        .isEqualTo("{\"event\":\"hello\",\"payload\":{\"n\":1},\"type\":\"broadcast\"}");
  }

  /** Kind 4, payload encoding 0; recording 10_v2_binary. */
  @Test
  void readsAUserBroadcastWithBytes() {
    Envelope broadcast =
        message(V2.binary(hex("040e0300007265616c74696d653a726f6f6d3162696e000102ff")));

    JsonNode payload = broadcast.payload().path("payload");
    assertThat(payload.isBinary()).isTrue();
    assertThat(payload.binaryValue()).containsExactly(0, 1, 2, 0xff);
  }

  /** Kind 4 with the metadata {@code {"id":"x"}} behind topic {@code t} and event {@code e}. */
  @Test
  void readsAUserBroadcastsMetadataAsMeta() {
    Envelope broadcast =
        message(V2.binary(hex("0401010a01" + "7465" + "7b226964223a2278227d" + "31")));

    assertThat(Json.write(broadcast.payload()))
        .isEqualTo(
            "{\"event\":\"e\",\"payload\":1,\"type\":\"broadcast\",\"meta\":{\"id\":\"x\"}}");
  }

  /** Kind 2: topic of 14 bytes, event of 9; recording 10_v2_binary. */
  @Test
  void readsABroadcast() {
    Envelope broadcast =
        message(
            V2.binary(
                hex(
                    "020e097265616c74696d653a726f6f6d3162726f6164636173747b2274797065223a2262726f6164"
                        + "63617374222c226576656e74223a227030222c227061796c6f6164223a7b7d7d")));

    assertThat(broadcast.event()).isEqualTo("broadcast");
    assertThat(broadcast.payload().path("event").stringValue()).isEqualTo("p0");
  }

  /** Kind 0 from a server: join_ref {@code 11}, no ref, topic {@code t}, event {@code ev}. */
  @Test
  void readsAPush() {
    Envelope push = message(V2.binary(hex("00020102" + "3131" + "74" + "6576" + "7b7d")));

    assertThat(push.joinRef()).isEqualTo(Json.text("11"));
    assertThat(push.ref().isNull()).isTrue();
    assertThat(push.topic()).isEqualTo("t");
    assertThat(push.event()).isEqualTo("ev");
    assertThat(push.payload().isEmpty()).isTrue();
  }

  /** Kind 1: join_ref {@code 11}, ref {@code 2}, topic {@code t}, status {@code ok}. */
  @Test
  void readsAReply() {
    Envelope reply = message(V2.binary(hex("0102010102" + "3131" + "32" + "74" + "6f6b" + "7b7d")));

    assertThat(reply.joinRef()).isEqualTo(Json.text("11"));
    assertThat(reply.ref()).isEqualTo(Json.text("2"));
    assertThat(reply.event()).isEqualTo("phx_reply");
    assertThat(Json.write(reply.payload())).isEqualTo("{\"status\":\"ok\",\"response\":{}}");
  }

  /** Topic {@code é}, two bytes; event {@code €}, three. */
  @Test
  void countsBytesNotCharacters() {
    Envelope broadcast = message(V2.binary(hex("0402030001" + "c3a9" + "e282ac" + "7b7d")));

    assertThat(broadcast.topic()).isEqualTo("é");
    assertThat(broadcast.payload().path("event").stringValue()).isEqualTo("€");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ref":null,"event":"e","payload":{not json,"topic":"t"} | it is not JSON
          {"ref":null,"event":"e","payload":{},"topic":"t"}]       | it is not JSON
          ''                                                       | it is empty, not JSON
          [null,null,"t","e",{}]                                   | a version 1 frame is an object, not an array
          {"ref":null,"event":"e","topic":"t"}                     | it has no payload
          {"ref":null,"event":"e","payload":{},"topic":5}          | its topic is no string, but a number
          {"ref":null,"payload":{},"topic":"t"}                    | its event is no string, but absent
          """)
  void saysWhyAVersion1FrameIsNoise(String content, String why) {
    assertThat(noise(V1.text(content))).startsWith(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ref":null,"event":"e","payload":{},"topic":"t"} | a version 2 frame is an array of five, not an object of 4
          [null,null,"t","e"]                               | a version 2 frame is an array of five, not an array of 4
          [null,null,"t",null,{}]                           | its event is no string, but null
          """)
  void saysWhyAVersion2FrameIsNoise(String content, String why) {
    assertThat(noise(V2.text(content))).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | its kind wants 1 bytes, and 0 are left
          03                 | no server sends binary frames of kind 3
          ff                 | no server sends binary frames of kind 255
          04                 | its topic length wants 1 bytes, and 0 are left
          04050000 01 74     | its topic wants 5 bytes, and 1 are left
          0401010001 74ff    | its user event is not UTF-8
          0401010007 7465    | its payload encoding is 7, neither 0 nor 1
          0401010001 7465    | its payload is empty, not JSON
          0401010001 74657b  | its payload is not JSON
          0401010101 74657b  | its metadata is not JSON
          0401010001 7465ff  | its payload is not UTF-8
          """)
  void saysWhyABinaryFrameIsNoise(String content, String why) {
    assertThat(noise(V2.binary(hex(content.replace(" ", ""))))).startsWith(why);
  }

  @Test
  void knowsNoBinaryFramesOnVersion1() {
    assertThat(noise(V1.binary(hex("0401010001" + "7465" + "31"))))
        .isEqualTo("version 1 knows no binary frames");
  }

  @Test
  void takesAnyDepthForGrantedOrForNoiseButNeverThrows() {
    String deep = "[".repeat(100_000);

    assertThat(noise(V2.text(deep))).startsWith("it is not JSON");
  }

  private static Envelope message(Frame frame) {
    assertThat(frame.reading()).isInstanceOf(Reading.Message.class);
    return ((Reading.Message) frame.reading()).envelope();
  }

  private static String noise(Frame frame) {
    assertThat(frame.reading()).isInstanceOf(Reading.Noise.class);
    return ((Reading.Noise) frame.reading()).why();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
