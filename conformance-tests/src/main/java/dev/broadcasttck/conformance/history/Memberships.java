package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A socket gets broadcasts only of topics that it has asked to join and that have not ended. */
final class Memberships implements Law {
  @Override
  public Stream<Violation> violations(Transcript transcript) {
    return transcript.isOrderly()
        ? transcript.sockets().stream().flatMap(socket -> new Log(socket).intrusions().stream())
        : Stream.empty();
  }

  /** The joins of one socket that have not ended, while its lines are read. */
  private static final class Log {
    private final Socket socket;
    private final Map<String, List<Envelope>> live = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final List<Violation> intrusions = new ArrayList<>();

    Log(Socket socket) {
      this.socket = socket;
    }

    List<Violation> intrusions() {
      socket
          .lines()
          .forEach(
              line ->
                  line.envelope()
                      .ifPresent(
                          envelope -> {
                            if (line.sent()) {
                              sent(envelope);
                            } else {
                              received(line, envelope);
                            }
                          }));
      return intrusions;
    }

    private void sent(Envelope envelope) {
      if (envelope.event().equals("phx_join")) {
        live.computeIfAbsent(envelope.topic(), topic -> new ArrayList<>()).add(envelope);
      }
    }

    private void received(Line line, Envelope envelope) {
      switch (envelope.event()) {
        case "phx_close", "phx_error" -> ended(envelope);
        case "phx_reply" -> refused(envelope);
        case "broadcast" -> {
          if (live.getOrDefault(envelope.topic(), List.of()).isEmpty()) {
            intrusions.add(intrusion(line, envelope.topic()));
          }
        }
        default -> {}
      }
    }

    /** {@code phx_close} names the join that it ends; only a nameless one may be any. */
    private void ended(Envelope envelope) {
      JsonNode joinRef = socket.vsn() == ProtocolVersion.V1 ? envelope.ref() : envelope.joinRef();
      List<Envelope> joins = live.getOrDefault(envelope.topic(), new ArrayList<>());
      if (joins.removeIf(join -> joinRef.isNull() || join.joinRef().equals(joinRef))) {
        left.add(envelope.topic());
      }
    }

    private void refused(Envelope reply) {
      if (reply.payload().path("status").asString("").equals("error")) {
        live.getOrDefault(reply.topic(), new ArrayList<>())
            .removeIf(join -> join.ref().equals(reply.ref()));
      }
    }

    private Violation intrusion(Line line, String topic) {
      return new Violation(
          left.contains(topic) ? "LEAVE-1" : "BROADCAST-2",
          line.entry(),
          "nothing of a topic that the socket is not on",
          "a broadcast came: " + line.frame().inWords());
    }
  }
}
