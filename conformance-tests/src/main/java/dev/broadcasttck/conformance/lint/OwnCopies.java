package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Content;
import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Lately;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Ledger;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.lint.Channel.Stage;
import java.util.List;
import java.util.Optional;

/** A channel that did not ask for its own broadcasts does not get them. */
final class OwnCopies implements Law {
  private final Conversation socket;
  private final Channels channels;
  private final Ledger ledger;
  private final Lately<Content, Channel> own;

  OwnCopies(Conversation socket, Channels channels, Ledger ledger) {
    this.socket = socket;
    this.channels = channels;
    this.ledger = ledger;
    this.own = new Lately<>(socket.memory().perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    line.pushed().flatMap(Content::of).ifPresent(this::sent);
    return line.told().flatMap(Content::of).filter(this::isOwn).stream()
        .map(
            it ->
                line.breaks(
                    "SELF-1", "no copy of the own broadcast: self is off", "it came to its sender"))
        .toList();
  }

  private void sent(Content content) {
    own.take(content);
    joined(content).ifPresent(channel -> own.put(content, channel));
  }

  private Optional<Channel> joined(Content content) {
    return channels.of(content.topic()).filter(it -> it.is(Stage.JOINED));
  }

  private boolean isOwn(Content content) {
    Optional<Channel> now = joined(content).filter(it -> !it.self());
    return socket.hearsOrderly()
        && own.get(content).filter(then -> now.filter(then::isSameAs).isPresent()).isPresent()
        && ledger.dispatch(content).filter(it -> it.sender().equals(socket.socket())).isPresent();
  }
}
