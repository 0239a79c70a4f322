package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A join and a broadcast are answered at most once each, under their own reference. */
final class Replies implements Law {
  private static final Map<String, String> RULES =
      Map.of("phx_join", "JOIN-3", "broadcast", "ACK-8", "heartbeat", "HEARTBEAT-5");

  private final Conversation socket;
  private final Lately<Reference, Deque<String>> open;
  private final Lately<Reference, String> answered;

  Replies(Conversation socket) {
    this.socket = socket;
    this.open = new Lately<>(socket.memory().perSocket());
    this.answered = new Lately<>(socket.memory().perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    line.pushed().ifPresent(this::pushed);
    return line
        .told()
        .filter(message -> message.event().equals("phx_reply"))
        .map(Reference::of)
        .filter(reference -> !isAnswer(reference))
        .flatMap(reference -> surplus(line, answered.get(reference)))
        .stream()
        .toList();
  }

  private void pushed(Envelope message) {
    Reference reference = Reference.of(message);
    Deque<String> pushes = open.take(reference).orElseGet(ArrayDeque::new);
    if (pushes.size() < socket.memory().alike()) {
      pushes.add(message.event());
    }
    open.put(reference, pushes);
  }

  private boolean isAnswer(Reference reference) {
    Optional<Deque<String>> pushes = open.get(reference);
    pushes.ifPresent(
        waiting -> {
          answered.put(reference, waiting.remove());
          if (waiting.isEmpty()) {
            open.take(reference);
          }
        });
    return pushes.isPresent();
  }

  private Optional<Violation> surplus(Line line, Optional<String> event) {
    return event
        .filter(it -> socket.isOrderly() && RULES.containsKey(it))
        .map(
            it ->
                line.breaks(
                    RULES.getOrDefault(it, ""), "one reply to one " + it, "another one came"));
  }
}
