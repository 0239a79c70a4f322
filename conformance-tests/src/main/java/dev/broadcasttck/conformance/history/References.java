package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.Set;

/** A delivery answers nobody; what ends a channel of version 2 has the join's reference twice. */
record References(Conversation socket) implements Law {
  private static final Set<String> ENDS = Set.of("phx_close", "phx_error");

  @Override
  public List<Violation> read(Line line) {
    return line.told().stream().flatMap(message -> wrong(line, message).stream()).toList();
  }

  private List<Violation> wrong(Line line, Envelope message) {
    if (message.event().equals("broadcast") && !message.ref().isNull()) {
      return List.of(violation("FRAME-6", line, "a broadcast that is delivered has no ref"));
    }
    boolean isEnd = ENDS.contains(message.event()) && socket.vsn() == ProtocolVersion.V2;
    return isEnd && !message.ref().equals(message.joinRef())
        ? List.of(violation("LEAVE-7", line, message.event() + " has its join_ref as its ref"))
        : List.of();
  }

  private static Violation violation(String rule, Line line, String expected) {
    return line.breaks(rule, expected, "it came");
  }
}
