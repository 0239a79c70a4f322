package dev.broadcasttck.mock.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodecTest {
  private final Codec version1 = Codec.of(ProtocolVersion.V1);
  private final Codec version2 = Codec.of(ProtocolVersion.V2);

  @Test
  void aPayloadIsPassedOnByteForByte() {
    Push push = version2.decode(Frame.text("[\"11\",\"1\",\"t\",\"e\", { \"a\" : 1.10 } ]")).get();
    assertThat(version1.encode(new Broadcast("t", push.payload())).map(Frame::toString))
        .contains(
            "{\"ref\":null,\"event\":\"broadcast\",\"payload\":{ \"a\" : 1.10 },\"topic\":\"t\"}");
  }

  @Test
  void aPayloadAfterWhichMoreComesEndsWhereItEnds() {
    Push push = version2.decode(Frame.text("[\"11\",\"1\",\"t\",\"e\",\"a\\\"b\" ,6,[7]]")).get();
    assertThat(push.payload().tree()).isEqualTo(Json.string("a\"b"));
  }

  @Test
  void ofTwoPayloadsTheFirstIsTaken() {
    Frame frame =
        Frame.text("{\"topic\":\"t\",\"event\":\"e\",\"payload\":1,\"payload\":2,\"ref\":\"1\"}");
    assertThat(version1.decode(frame).map(push -> push.payload().tree())).contains(Json.read("1"));
  }

  @Test
  void theLengthsOfBinaryFieldsCountBytes() {
    // kind 3, join_ref "11", ref "1", topic "é😀" (6 bytes), event "ü" (2 bytes), JSON, {}
    Frame frame =
        Frame.binary(Bytes.hex("03020106020001" + "3131" + "31" + "c3a9f09f9880c3bc7b7d"));
    Push push = version2.decode(frame).get();
    assertThat(push.topic()).isEqualTo(Json.string("é😀"));
    assertThat(push.payload()).isEqualTo(new Payload.User("ü", true, Bytes.utf8("{}")));
    // kind 4, topic, event, no metadata, JSON
    assertThat(version2.encode(new Broadcast("é😀", push.payload())))
        .contains(Frame.binary(Bytes.hex("0406020001c3a9f09f9880c3bc7b7d")));
  }

  @Test
  void aBinaryFrameThatEndsWithinItsFieldsIsMalformed() {
    assertThat(version2.decode(binary(""))).isEmpty();
    assertThat(version2.decode(binary("0301"))).isEmpty();
    // topic of 14 bytes, of which there are two
    assertThat(version2.decode(binary("0301010e0000013132" + "7265"))).isEmpty();
  }

  @Test
  void aBinaryFrameOfAnotherKindIsMalformed() {
    assertThat(version2.decode(binary("0101010101313131" + "31"))).isEmpty();
  }

  @Test
  void aBinaryFrameWhoseFieldsAreNotUtf8IsMalformed() {
    assertThat(version2.decode(binary("0301010100000131" + "31" + "ff"))).isEmpty();
  }

  @Test
  void binaryDataReachesVersion2Only() {
    var broadcast = new Broadcast("t", new Payload.User("e", false, Bytes.hex("00ff")));
    assertThat(version1.encode(broadcast)).isEmpty();
    // kind 4, topic "t", event "e", no metadata, binary
    assertThat(version2.encode(broadcast)).contains(binary("0401010000" + "7465" + "00ff"));
  }

  @Test
  void aNameThatIsLongerThanItsLengthByteCanCountHasNoBinaryFrame() {
    var broadcast = new Broadcast("t", new Payload.User("e".repeat(256), true, Bytes.utf8("{}")));
    assertThat(version2.encode(broadcast)).isEmpty();
  }

  @Test
  void aFanOutMakesEachFrameOnce() {
    var delivery = new Delivery(new Broadcast("t", new Payload.User("e", true, Bytes.utf8("{}"))));
    Optional<Frame> first = delivery.frame(ProtocolVersion.V1);
    assertThat(delivery.frame(ProtocolVersion.V1)).isSameAs(first).isPresent();
  }

  private static Frame binary(String hex) {
    return Frame.binary(Bytes.hex(hex));
  }
}
