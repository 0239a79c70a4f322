package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A socket gets broadcasts only of topics that it has asked to join and that have not ended. */
final class Memberships implements Law {
  private final Conversation socket;
  private final Lately<String, List<Join>> live;
  private final Lately<String, Boolean> left;

  /** By what a join is ended or refused. */
  private record Join(JsonNode joinRef, JsonNode ref) {}

  Memberships(Conversation socket) {
    this.socket = socket;
    this.live = new Lately<>(socket.memory().perSocket());
    this.left = new Lately<>(socket.memory().perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    line.pushed().ifPresent(this::sent);
    return line.told().map(message -> received(line, message)).orElse(List.of());
  }

  private void sent(Envelope envelope) {
    if (envelope.event().equals("phx_join")) {
      List<Join> joins = live.get(envelope.topic()).orElseGet(ArrayList::new);
      if (joins.size() == socket.memory().alike()) {
        joins.remove(0);
      }
      joins.add(new Join(envelope.joinRef(), envelope.ref()));
      live.put(envelope.topic(), joins);
    }
  }

  private List<Violation> received(Line line, Envelope envelope) {
    switch (envelope.event()) {
      case "phx_close", "phx_error" -> ended(envelope);
      case "phx_reply" -> refused(envelope);
      case "broadcast" -> {
        if (isIntruder(envelope.topic())) {
          return List.of(intrusion(line, envelope.topic()));
        }
      }
      default -> {}
    }
    return List.of();
  }

  /** {@code phx_close} names the join that it ends; only a nameless one may be any. */
  private void ended(Envelope envelope) {
    JsonNode joinRef = socket.vsn() == ProtocolVersion.V1 ? envelope.ref() : envelope.joinRef();
    List<Join> joins = live.get(envelope.topic()).orElseGet(ArrayList::new);
    if (joins.removeIf(join -> joinRef.isNull() || join.joinRef().equals(joinRef))) {
      left.put(envelope.topic(), true);
    }
    forgetIfOver(envelope.topic(), joins);
  }

  private void refused(Envelope reply) {
    if (reply.payload().path("status").asString("").equals("error")) {
      List<Join> joins = live.get(reply.topic()).orElseGet(ArrayList::new);
      joins.removeIf(join -> join.ref().equals(reply.ref()));
      forgetIfOver(reply.topic(), joins);
    }
  }

  private void forgetIfOver(String topic, List<Join> joins) {
    if (joins.isEmpty()) {
      live.take(topic);
    }
  }

  private boolean isIntruder(String topic) {
    return socket.isOrderly() && !live.knows(topic) && !live.isForgetful();
  }

  private Violation intrusion(Line line, String topic) {
    return line.breaks(
        left.knows(topic) ? "LEAVE-1" : "BROADCAST-2",
        "nothing of a topic that the socket is not on",
        "a broadcast came");
  }
}
