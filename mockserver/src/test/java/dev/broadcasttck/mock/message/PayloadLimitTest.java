package dev.broadcasttck.mock.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadLimitTest {
  private final PayloadLimit small = new PayloadLimit(1);

  /** Recording 09_oversize_small_tenant: 1,400 characters pass, 1,450 do not. */
  @Test
  void aTextPayloadIsMeasuredAsTheRealServerDoes() {
    assertThat(small.admits(broadcast(1400))).isTrue();
    assertThat(small.admits(broadcast(1450))).isFalse();
  }

  /** Recording 09_oversize_payload_ack. */
  @Test
  void theDefaultIs3000Kilobytes() {
    assertThat(PayloadLimit.DEFAULT.admits(broadcast(3_000_400))).isTrue();
    assertThat(PayloadLimit.DEFAULT.admits(broadcast(3_000_600))).isFalse();
  }

  @Test
  void aBinaryPayloadIsMeasuredByItsLength() {
    assertThat(small.admits(new Payload.Opaque(Bytes.of(new byte[1494])))).isTrue();
    assertThat(small.admits(new Payload.User("e", false, Bytes.of(new byte[1495])))).isFalse();
  }

  @Test
  void everyJsonTypeHasItsSize() {
    // 1 version, list 5 + 1, null 5, true 6, 7 in 2, 256 in 5, a double in 9, "é" in 7, {} in 5
    assertThat(ExternalSize.of(text("[null,true,7,256,1.5,\"é\",{}]"))).isEqualTo(46);
    // 1 version, 3 + 10 bytes of a big integer
    assertThat(ExternalSize.of(text("1208925819614629174706175"))).isEqualTo(14);
  }

  private static Payload broadcast(int length) {
    String data = "x".repeat(length);
    return text("{\"type\":\"broadcast\",\"event\":\"big\",\"payload\":{\"d\":\"" + data + "\"}}");
  }

  private static Payload text(String json) {
    return new Payload.Text(new JsonText(Bytes.utf8(json)));
  }
}
