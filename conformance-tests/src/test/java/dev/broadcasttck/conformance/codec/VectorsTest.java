package dev.broadcasttck.conformance.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The client's two halves against the frames that the mock's two halves are tested against. */
class VectorsTest {
  /** What an envelope does not tell, so that no envelope gives these bytes. */
  private static final Set<String> NOT_OURS_TO_WRITE =
      Set.of(
          "JSON in a binary frame",
          "a user broadcast with metadata, which is not passed on",
          "a user broadcast of encoding 7, which counts as JSON");

  static Stream<JsonNode> serverFrames() throws IOException {
    return vectors("server-frames.json");
  }

  static Stream<JsonNode> clientFrames() throws IOException {
    return vectors("client-frames.json")
        .filter(vector -> meaning(vector).isPresent())
        .filter(vector -> !NOT_OURS_TO_WRITE.contains(vector.path("name").stringValue()));
  }

  @ParameterizedTest
  @MethodSource("serverFrames")
  void whatAServerSendsIsRead(JsonNode vector) {
    Decoder decoder = new Decoder(vsn(vector));
    Reading reading =
        (vector.has("hex")
                ? decoder.binary(hex(vector.path("hex")))
                : decoder.text(vector.path("text").stringValue()))
            .reading();

    Optional<Envelope> meaning = isLostInTranslation(vector) ? Optional.empty() : meaning(vector);

    if (meaning.isPresent()) {
      assertThat(reading).isEqualTo(new Reading.Message(meaning.get()));
    } else {
      assertThat(reading).isInstanceOf(Reading.Noise.class);
    }
  }

  @ParameterizedTest
  @MethodSource("clientFrames")
  void whatAClientSendsIsWritten(JsonNode vector) {
    Encoder encoder = new Encoder(vsn(vector));
    Envelope envelope = meaning(vector).orElseThrow();
    JsonNode means = vector.path("means");

    if (means.has("payload")) {
      assertThat(json(encoder.text(envelope).content()))
          .isEqualTo(json(vector.path("text").stringValue()));
    } else {
      Frame frame = means.has("user") ? encoder.userBroadcast(envelope) : encoder.push(envelope);
      assertThat(frame.content()).isEqualTo(vector.path("hex").stringValue());
    }
  }

  /** Empty where it cannot be said in an envelope, because its parts are of the wrong kind. */
  private static Optional<Envelope> meaning(JsonNode vector) {
    JsonNode means = vector.path("means");
    if (!means.path("topic").isString() || !means.path("event").isString()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Envelope(
              means.path("join_ref"),
              means.path("ref"),
              means.path("topic").stringValue(),
              means.path("event").stringValue(),
              payload(means)));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private static JsonNode payload(JsonNode means) {
    if (means.has("payload")) {
      return means.path("payload");
    }
    if (means.has("opaque")) {
      return json(new String(hex(means.path("opaque")), UTF_8));
    }
    JsonNode user = means.path("user");
    byte[] data = hex(user.path("hex"));
    JsonNode inner =
        user.path("encoding").stringValue().equals("json")
            ? json(new String(data, UTF_8))
            : JsonNodeFactory.instance.binaryNode(data);
    return new UserBroadcast(user.path("event").stringValue(), inner).toPayload();
  }

  /** A binary push cannot be told in version 1. */
  private static boolean isLostInTranslation(JsonNode vector) {
    return vector.path("means").has("opaque") && vsn(vector) == ProtocolVersion.V1;
  }

  private static ProtocolVersion vsn(JsonNode vector) {
    return ProtocolVersion.named(vector.path("vsn").stringValue()).orElseThrow();
  }

  private static Stream<JsonNode> vectors(String file) throws IOException {
    JsonNode all = json(Files.readString(Path.of("..", "spec", "vectors", file)));
    assertThat(all).isNotEmpty();
    return all.valueStream();
  }

  private static JsonNode json(String text) {
    return Json.read("it", text);
  }

  private static byte[] hex(JsonNode digits) {
    return HexFormat.of().parseHex(digits.stringValue());
  }
}
