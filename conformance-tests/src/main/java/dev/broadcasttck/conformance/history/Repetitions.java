package dev.broadcasttck.conformance.history;

import java.util.List;
import java.util.Optional;

/** A broadcast arrives at a socket no more often than it was sent. */
final class Repetitions implements Law {
  private final Conversation socket;
  private final Ledger ledger;
  private final Lately<Content, Integer> arrived;

  Repetitions(Conversation socket, Ledger ledger) {
    this.socket = socket;
    this.ledger = ledger;
    this.arrived = new Lately<>(socket.memory().perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    Optional<Content> content = line.told().flatMap(Content::of);
    return content.filter(this::isSurplus).stream()
        .map(it -> line.breaks("ORDER-2", "a broadcast arrives once", "it came again"))
        .toList();
  }

  private boolean isSurplus(Content content) {
    int times = arrived.get(content).orElse(0) + 1;
    arrived.put(content, times);
    return socket.hearsOrderly()
        && ledger.dispatch(content).filter(it -> times > it.times()).isPresent();
  }
}
