package dev.broadcasttck.mock.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class VectorsTest {
  static Stream<Vector> clientFrames() {
    return Vector.in("client-frames.json");
  }

  static Stream<Vector> serverFrames() {
    return Vector.in("server-frames.json");
  }

  @ParameterizedTest
  @MethodSource("clientFrames")
  void aClientsFrameIsReadAsItIsMeant(Vector vector) {
    assertThat(Codec.of(vector.version()).decode(vector.frame())).isEqualTo(push(vector));
  }

  private static Optional<Push> push(Vector vector) {
    JsonNode means = vector.means();
    return means.isNull()
        ? Optional.empty()
        : Optional.of(
            new Push(
                means.path("join_ref"),
                means.path("ref"),
                means.path("topic"),
                means.path("event"),
                vector.payload()));
  }

  @ParameterizedTest
  @MethodSource("serverFrames")
  void aServersFrameIsWrittenToTheLetter(Vector vector) {
    assertThat(written(vector)).hasToString(vector.frame().toString());
    assertThat(written(vector)).isEqualTo(vector.frame());
  }

  private static Frame written(Vector vector) {
    Codec codec = Codec.of(vector.version());
    JsonNode means = vector.means();
    if (vector.isBroadcast()) {
      var broadcast = new Broadcast(means.path("topic").stringValue(), vector.payload());
      return codec.encode(broadcast).orElseThrow();
    }
    return codec.encode(
        new ServerMessage(
            means.path("join_ref"),
            means.path("ref"),
            means.path("topic"),
            means.path("event").stringValue(),
            means.path("payload")));
  }
}
