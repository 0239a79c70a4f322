package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.exchange.Push.Carrier;
import dev.broadcasttck.conformance.plain.PlainSocket;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.scenario.WireForm;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a caller puts on its socket, and what is to be remembered of it. */
record Outbox(Scene scene, Caller caller) {
  private static final List<String> ENVELOPE =
      List.of("join_ref", "ref", "topic", "event", "payload");

  /**
   * Writes a frame in any form, without putting it on the wire yet.
   *
   * @return what it says, if it says anything
   */
  Optional<Push> write(JsonNode written) throws InterruptedException {
    Values values = scene.values();
    PlainSocket socket = caller.socket();
    switch (WireForm.of(written)) {
      case RAW -> {
        byte[] bytes = bytes(written.path("raw"));
        socket.sendRaw(Encoder.raw(bytes), bytes);
      }
      case PING -> socket.ping(values.text(written.path("ping")));
      case PONG -> socket.pong(values.text(written.path("pong")));
      case BINARY -> socket.send(Encoder.raw(bytes(written.path("binary"))));
      case TEXT -> socket.send(Encoder.raw(values.text(written.path("text"))));
      case PUSH -> {
        Carrier carrier = written.path("kind").asInt() == 0 ? Carrier.KIND_0 : Carrier.KIND_3;
        return push(new PushWords(written, values).frame(), carrier);
      }
      case MESSAGE -> {
        return push(message(written), Carrier.TEXT);
      }
    }
    return Optional.empty();
  }

  /** Writes a message whose parts are all known. */
  Push write(Envelope envelope, Encoding encoding) throws InterruptedException {
    Encoder encoder = new Encoder(caller.spoken());
    boolean isBinary = encoding == Encoding.BINARY;
    Frame frame = isBinary ? encoder.userBroadcast(envelope) : encoder.text(envelope);
    return push(frame, isBinary ? Carrier.KIND_3 : Carrier.TEXT).orElseThrow();
  }

  void flush() {
    caller.socket().flush();
  }

  private Optional<Push> push(Frame frame, Carrier carrier) throws InterruptedException {
    Optional<Envelope> envelope = View.envelope(frame);
    if (envelope.isPresent()) {
      await(envelope.get());
    }
    int sentAt = scene.tape().entries().size();
    caller.socket().send(frame);
    return envelope.map(
        it -> new Push(caller.name(), caller.socket().name(), sentAt, it, carrier, caller.rooms()));
  }

  private void await(Envelope envelope) throws InterruptedException {
    if (envelope.event().equals("phx_join")) {
      scene.pace().beforeJoin();
      caller.asksToJoin(
          Room.of(envelope.topic(), envelope.joinRef(), envelope.ref(), envelope.payload()));
    } else if (envelope.event().equals("broadcast")) {
      scene.pace().beforeBroadcast((int) scene.callers().count());
    }
  }

  private Frame message(JsonNode written) {
    JsonNode frame = caller.spoken() == ProtocolVersion.V1 ? object(written) : array(written);
    return new Frame(Encoding.TEXT, Json.write(frame), reading(written));
  }

  private ObjectNode object(JsonNode written) {
    ObjectNode frame = Json.object();
    for (String key : ENVELOPE) {
      if (written.has(key)) {
        frame.set(key, part(written, key));
      }
    }
    return frame;
  }

  private ArrayNode array(JsonNode written) {
    ArrayNode frame = Json.array();
    ENVELOPE.forEach(key -> frame.add(part(written, key)));
    return frame;
  }

  private Reading reading(JsonNode written) {
    JsonNode topic = part(written, "topic");
    JsonNode event = part(written, "event");
    if (!topic.isString() || !event.isString()) {
      return new Reading.Noise("sent as the script has it");
    }
    return new Reading.Message(
        new Envelope(
            part(written, "join_ref"),
            part(written, "ref"),
            topic.stringValue(),
            event.stringValue(),
            part(written, "payload")));
  }

  private JsonNode part(JsonNode written, String key) {
    if (!written.has(key)) {
      return Json.none();
    }
    return key.equals("topic")
        ? scene.values().topic(written.path(key))
        : scene.values().toSend(written.path(key));
  }

  private byte[] bytes(JsonNode hex) {
    return HexFormat.of().parseHex(scene.values().text(hex));
  }
}
