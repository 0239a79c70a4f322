package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.history.Ledger.Dispatch;
import java.util.List;
import java.util.Optional;

/** What one socket sends on one topic arrives at each other socket in the order of its sending. */
final class Order implements Law {
  private final Conversation socket;
  private final Ledger ledger;
  private final Lately<Way, Integer> latest;

  /** From whom, and on what. */
  private record Way(String sender, String topic) {}

  Order(Conversation socket, Ledger ledger) {
    this.socket = socket;
    this.ledger = ledger;
    this.latest = new Lately<>(socket.memory().perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    Optional<Content> content = line.told().flatMap(Content::of);
    return content.filter(this::isOvertaken).stream()
        .map(
            it ->
                line.breaks(
                    "ORDER-1",
                    "broadcasts of one sender arrive in the order of their sending",
                    "a later one had come before this"))
        .toList();
  }

  private boolean isOvertaken(Content content) {
    Optional<Dispatch> dispatch = ledger.dispatch(content).filter(Dispatch::hasPlace);
    if (dispatch.isEmpty() || !socket.hearsOrderly()) {
      return false;
    }
    Way way = new Way(dispatch.get().sender(), content.topic());
    int number = dispatch.get().number();
    int last = latest.get(way).orElse(-1);
    latest.put(way, Math.max(last, number));
    return last > number;
  }
}
