package dev.broadcasttck.conformance.proxy;

import dev.broadcasttck.conformance.codec.BinaryPush;
import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.codec.TextPush;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.mock.between.Word;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The two halves that neither side has: what a server says is read by the suite's decoder, and what
 * goes to a server is written as clients write it.
 */
record Words(ProtocolVersion version) {
  /** What a server's message says; empty where it cannot be read. */
  Optional<Word> read(boolean isText, byte[] content) {
    Decoder decoder = new Decoder(version);
    Frame frame =
        isText
            ? decoder.text(new String(content, StandardCharsets.UTF_8))
            : decoder.binary(content);
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(word(message.envelope(), frame.kind()))
        : Optional.empty();
  }

  private static Word word(Envelope it, Encoding kind) {
    boolean isSpread = it.event().equals("broadcast") && it.joinRef().isNull();
    return isSpread
        ? new Word.Spread(new Broadcast(it.topic(), payload(it.payload(), kind)))
        : new Word.Said(
            new ServerMessage(
                it.joinRef(), it.ref(), Json.string(it.topic()), it.event(), it.payload()));
  }

  private static Payload payload(JsonNode payload, Encoding kind) {
    if (kind == Encoding.TEXT) {
      return new Payload.Text(JsonText.of(payload));
    }
    JsonNode inner = payload.path("payload");
    return new Payload.User(
        payload.path("event").asString(""),
        !inner.isBinary(),
        inner.isBinary() ? Bytes.of(inner.binaryValue()) : Json.write(inner),
        payload.optional("meta"));
  }

  /** A push in a message of its own. */
  Outgoing write(Push push) {
    if (push.payload() instanceof Payload.Text text) {
      TextPush written =
          new TextPush(push.joinRef(), push.ref(), push.topic(), push.event(), text.json().tree());
      return new Outgoing(true, Json.write(written.frame(version)));
    }
    return new Outgoing(false, Bytes.of(binary(push)));
  }

  /** The content of a message. */
  record Outgoing(boolean isText, Bytes content) {}

  private static byte[] binary(Push push) {
    if (push.payload() instanceof Payload.User user) {
      String meta = user.meta().map(JsonNode::toString).orElse("");
      return named(push, user.event()).ofUser(meta, user.isJson() ? 1 : 0, user.data().toArray());
    }
    Payload.Opaque opaque = (Payload.Opaque) push.payload();
    return named(push, push.event().asString("")).ofKind(BinaryPush.PLAIN, opaque.data().toArray());
  }

  private static BinaryPush named(Push push, String event) {
    return new BinaryPush(
        push.joinRef().asString(""), push.ref().asString(""), push.topic().asString(""), event);
  }
}
