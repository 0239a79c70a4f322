package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Lately;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What ends a channel names a join of its topic. */
final class Ends implements Law {
  private static final Set<String> ENDS = Set.of("phx_close", "phx_error");

  private final Conversation socket;
  private final Lately<String, Set<JsonNode>> joins;

  Ends(Conversation socket) {
    this.socket = socket;
    this.joins = new Lately<>(socket.memory().perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    line.pushed().filter(it -> it.event().equals("phx_join")).ifPresent(this::asked);
    return line
        .told()
        .filter(it -> ENDS.contains(it.event()) && socket.isOrderly())
        .flatMap(it -> ended(line, it))
        .stream()
        .toList();
  }

  private void asked(Envelope join) {
    Set<JsonNode> refs = joins.get(join.topic()).orElseGet(HashSet::new);
    if (refs.size() <= socket.memory().alike()) {
      refs.add(join.joinRef());
    }
    joins.put(join.topic(), refs);
  }

  private Optional<Violation> ended(Line line, Envelope end) {
    Optional<Set<JsonNode>> refs = joins.get(end.topic());
    if (refs.isEmpty()) {
      return Optional.of(
              line.breaks("LEAVE-8", "no end of a topic that was never joined", "it came"))
          .filter(it -> !joins.isForgetful());
    }
    JsonNode ref = socket.vsn() == ProtocolVersion.V1 ? end.ref() : end.joinRef();
    boolean isKnown = refs.get().contains(ref) || refs.get().size() > socket.memory().alike();
    return Optional.of(
            line.breaks(
                "LEAVE-7",
                end.event() + " has the join_ref of a join as its ref",
                "no join of this topic had " + ref))
        .filter(it -> !isKnown);
  }
}
