package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.BinaryPush;
import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A binary push as a script writes it.
 *
 * @param written with {@code kind}
 */
record PushWords(JsonNode written, Values values) {
  private static final int USER_BROADCAST = 3;
  private static final int BINARY = 0;
  private static final int JSON = 1;

  /** {@code json} and {@code binary} as numbers. */
  static JsonNode encoding(JsonNode word) {
    return switch (word.asString("json")) {
      case "json" -> Json.number(JSON);
      case "binary" -> Json.number(BINARY);
      default -> word;
    };
  }

  /** The frame; what it says is known where its payload can be read. */
  Frame frame() {
    int kind = written.path("kind").asInt();
    boolean isOfUser = kind == USER_BROADCAST;
    int encoding = encoding(written.path("encoding")).asInt();
    byte[] content = content();
    BinaryPush push = new BinaryPush(field("join_ref"), field("ref"), topic(), field("event"));
    Frame raw =
        Encoder.raw(
            isOfUser
                ? push.ofUser(field("metadata"), encoding, content)
                : push.ofKind(kind, content));
    Reading reading =
        envelope(isOfUser, isOfUser && encoding == BINARY, content)
            .<Reading>map(Reading.Message::new)
            .orElse(raw.reading());
    return new Frame(raw.kind(), raw.content(), reading);
  }

  private Optional<Envelope> envelope(boolean isOfUser, boolean isBytes, byte[] content) {
    Optional<JsonNode> payload =
        isBytes
            ? Optional.of(JsonNodeFactory.instance.binaryNode(content))
            : Json.parse(new String(content, StandardCharsets.UTF_8));
    return payload.map(
        it ->
            new Envelope(
                reference("join_ref"),
                reference("ref"),
                topic(),
                isOfUser ? "broadcast" : field("event"),
                isOfUser ? new UserBroadcast(field("event"), it).toPayload() : it));
  }

  private byte[] content() {
    if (written.has("hex")) {
      return HexFormat.of().parseHex(values.text(written.path("hex")));
    }
    JsonNode text = written.path("text");
    String content =
        text.isMissingNode()
            ? Json.write(values.toSend(written.path("payload")))
            : values.text(text);
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private String topic() {
    return values.topic(written.path("topic")).asString("");
  }

  private String field(String key) {
    JsonNode value = written.path(key);
    return value.isMissingNode() || value.isNull() ? "" : values.text(value);
  }

  private JsonNode reference(String key) {
    String text = field(key);
    return text.isEmpty() ? Json.none() : Json.text(text);
  }
}
