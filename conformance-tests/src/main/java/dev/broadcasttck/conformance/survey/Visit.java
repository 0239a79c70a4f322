package dev.broadcasttck.conformance.survey;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.wire.Transport;
import dev.broadcasttck.conformance.wire.Unheard;
import dev.broadcasttck.conformance.wire.WireSocket;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One socket, one fresh topic, and everything that was heard there. For one thread. */
final class Visit implements AutoCloseable {
  private static final String VISITOR = "survey";
  private static final String EVENT = "tck-init";
  private static final JsonNode JOIN_REF = Json.text("11");

  private final Tape tape = new Tape(System::nanoTime);
  private final String topic = "realtime:tck-init-" + UUID.randomUUID();
  private final Encoder encoder;
  private final WireSocket socket;
  private final Duration budget;
  private int ref;

  Visit(Transport transport, Endpoint endpoint, ProtocolVersion vsn, Duration budget) {
    this.encoder = new Encoder(vsn);
    this.budget = budget;
    this.socket =
        WireSocket.open(
            transport,
            endpoint,
            vsn,
            VISITOR,
            happening -> tape.append(VISITOR, happening),
            new Unheard());
  }

  /** Joins, and gives back the reply, if one comes. */
  Optional<Envelope> join(JsonNode config) throws InterruptedException {
    return push("phx_join", JOIN_REF, Json.object().set("config", config));
  }

  /** Broadcasts in a text frame, and gives back the acknowledgement, if one comes. */
  Optional<Envelope> broadcast() throws InterruptedException {
    return push("broadcast", nextRef(), new UserBroadcast(EVENT, Json.object()).toPayload());
  }

  /** Broadcasts in a binary frame, and gives back the own copy, if one comes in a binary frame. */
  Optional<Envelope> broadcastBinary() throws InterruptedException {
    JsonNode payload = new UserBroadcast(EVENT, Json.object()).toPayload();
    socket.send(
        encoder.userBroadcast(new Envelope(JOIN_REF, nextRef(), topic, "broadcast", payload)));
    return await(
        frame -> frame.kind() == Encoding.BINARY, message -> message.event().equals("broadcast"));
  }

  /** The first message with that event, if one comes. */
  Optional<Envelope> await(String event) throws InterruptedException {
    return await(frame -> true, message -> message.event().equals(event));
  }

  /** The messages that nobody asked for. */
  List<Envelope> unasked() {
    List<String> asked = List.of("phx_reply", "broadcast", "phx_close");
    return tape.entries().stream()
        .flatMap(entry -> frame(entry).stream())
        .flatMap(frame -> message(frame).stream())
        .filter(message -> !asked.contains(message.event()))
        .toList();
  }

  /** How the socket ended, if it did. */
  Optional<String> end() {
    return tape.entries().stream().flatMap(entry -> end(entry.what()).stream()).findFirst();
  }

  @Override
  public void close() {
    socket.close();
  }

  private Optional<Envelope> push(String event, JsonNode ref, JsonNode payload)
      throws InterruptedException {
    socket.send(encoder.text(new Envelope(JOIN_REF, ref, topic, event, payload)));
    return await(
        frame -> true, message -> message.event().equals("phx_reply") && message.ref().equals(ref));
  }

  private JsonNode nextRef() {
    return Json.text(Integer.toString(++ref));
  }

  /** Waits no longer than the socket lives. */
  private Optional<Envelope> await(Predicate<Frame> frames, Predicate<Envelope> messages)
      throws InterruptedException {
    return tape.await(
            entries -> {
              Optional<Envelope> found = first(entries, frames, messages);
              return found.isPresent() || end().isPresent()
                  ? Optional.of(found)
                  : Optional.<Optional<Envelope>>empty();
            },
            budget)
        .flatMap(found -> found);
  }

  private static Optional<Envelope> first(
      List<Entry> entries, Predicate<Frame> frames, Predicate<Envelope> messages) {
    return entries.stream()
        .flatMap(entry -> frame(entry).stream())
        .filter(frames)
        .flatMap(frame -> message(frame).stream())
        .filter(messages)
        .findFirst();
  }

  private static Optional<Frame> frame(Entry entry) {
    return entry.what() instanceof FrameReceived received
        ? Optional.of(received.frame())
        : Optional.empty();
  }

  private static Optional<Envelope> message(Frame frame) {
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }

  private static Optional<String> end(Happening happening) {
    if (happening instanceof SocketRefused refused) {
      return Optional.of("HTTP " + refused.status());
    } else if (happening instanceof SocketClosed closed) {
      return Optional.of("it was closed with " + closed.code());
    }
    return happening instanceof SocketLost lost ? Optional.of(lost.cause()) : Optional.empty();
  }
}
