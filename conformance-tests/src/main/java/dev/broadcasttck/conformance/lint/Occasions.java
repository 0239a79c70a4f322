package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The rules that traffic alone can show to be broken, and which of them a frame has passed for. A
 * rule that has had its occasion was looked at; whether it always holds, only its scenarios show.
 */
final class Occasions {
  /** Frames of a kind, and the rules that are looked at where one passes. */
  private record Occasion(BiPredicate<Conversation, Line> when, Set<String> rules) {}

  private static final List<Occasion> ALL =
      List.of(
          told(ProtocolVersion.V1, Encoding.TEXT, "FRAME-3"),
          told(ProtocolVersion.V2, Encoding.TEXT, "FRAME-4"),
          told(ProtocolVersion.V2, Encoding.BINARY, "FRAME-27"),
          told("phx_reply", "FRAME-8", "JOIN-3", "JOIN-4", "JOIN-16", "CHANGES-2"),
          told("broadcast", "BROADCAST-2", "ORDER-1", "ORDER-2", "FRAME-6"),
          told("phx_close", "LEAVE-7", "LEAVE-8"),
          told("presence_state", "PRESENCE-7"),
          told("presence_diff", "PRESENCE-4"),
          told("postgres_changes", "CHANGES-7"),
          pushed("phx_join", "CJOIN-1", "CJOIN-6", "CJOIN-20"),
          pushed("phx_leave", "CLEAVE-1", "LEAVE-1", "LEAVE-5"),
          pushed("broadcast", "CFRAME-1", "CFRAME-4", "SEND-1", "CSEND-1", "CSEND-2", "CSEND-3"),
          pushed("broadcast", "SELF-1", "ACK-4", "ACK-8", "ACK-9", "ACK-15"),
          pushed("access_token", "CTOKEN-5", "CTOKEN-6"),
          pushed("heartbeat", "CBEAT-1", "CBEAT-4", "HEARTBEAT-1", "HEARTBEAT-5"),
          new Occasion((socket, line) -> line.sent(), Set.of("CCONNECT-3", "CFRAME-5", "CBEAT-2")),
          new Occasion(
              (socket, line) -> line.sent() && line.frame().kind() == Encoding.BINARY,
              Set.of("CFRAME-8")),
          new Occasion(
              (socket, line) ->
                  socket.vsn() == ProtocolVersion.V2 && names(line.told(), "phx_reply"),
              Set.of("FRAME-7")));

  /** Those that are about requests. */
  static final Set<String> OF_REQUESTS =
      Set.of("CREST-1", "CREST-2", "CREST-3", "CREST-5", "CREST-6");

  private final Set<String> met = new TreeSet<>();

  private static Occasion told(String event, String... rules) {
    return new Occasion((socket, line) -> names(line.told(), event), Set.of(rules));
  }

  private static Occasion told(ProtocolVersion vsn, Encoding kind, String rule) {
    return new Occasion(
        (socket, line) -> !line.sent() && socket.vsn() == vsn && line.frame().kind() == kind,
        Set.of(rule));
  }

  private static Occasion pushed(String event, String... rules) {
    return new Occasion((socket, line) -> names(line.pushed(), event), Set.of(rules));
  }

  private static boolean names(Optional<Envelope> message, String event) {
    return message.filter(it -> it.event().equals(event)).isPresent();
  }

  /** Every rule whose breach can be found. */
  static Set<String> readable() {
    Set<String> all =
        ALL.stream()
            .flatMap(occasion -> occasion.rules().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    all.addAll(OF_REQUESTS);
    return all;
  }

  Set<String> met() {
    return Set.copyOf(met);
  }

  void requested() {
    met.addAll(OF_REQUESTS);
  }

  Law on(Conversation socket) {
    return line -> {
      ALL.stream()
          .filter(occasion -> !met.containsAll(occasion.rules()))
          .filter(occasion -> occasion.when().test(socket, line))
          .forEach(occasion -> met.addAll(occasion.rules()));
      return List.of();
    };
  }
}
