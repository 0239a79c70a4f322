package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Lately;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Reference;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.lint.Channel.Stage;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.List;
import java.util.Optional;

/** A reply answers a push, and as that push is to be answered. */
final class Answers implements Law {
  private final Conversation socket;
  private final Channels channels;
  private final Replying replying;
  private final Lately<Reference, Push> open;
  private final Lately<Reference, Push> answered;
  private int pushes;

  Answers(Conversation socket, Channels channels) {
    this.socket = socket;
    this.channels = channels;
    this.replying = new Replying(socket, channels);
    this.open = new Lately<>(socket.memory().perSocket());
    this.answered = new Lately<>(socket.memory().perSocket());
  }

  @Override
  public List<Violation> read(Line line) {
    line.pushed().ifPresent(this::pushed);
    return line.told()
        .filter(message -> message.event().equals("phx_reply"))
        .map(reply -> replied(line, reply))
        .filter(found -> socket.isOrderly())
        .orElse(List.of());
  }

  private void pushed(Envelope message) {
    Reference reference = Reference.of(message);
    boolean isClear = !message.ref().isNull() && !open.knows(reference);
    Optional<Channel> channel =
        channels.of(message.topic()).filter(it -> it.is(Stage.JOINED) || it.is(Stage.LEFT));
    open.put(reference, new Push(message, channel, isClear ? pushes++ : Push.UNCLEAR));
  }

  private List<Violation> replied(Line line, Envelope reply) {
    Reference reference = Reference.of(reply);
    Optional<Push> push = open.take(reference);
    if (push.isPresent()) {
      answered.put(reference, push.get());
      return replying.judge(line, reply, push.get());
    }
    if (answered.knows(reference) || open.isForgetful()) {
      return List.of();
    }
    return List.of(
        line.breaks(
            "FRAME-8",
            "a reply with the ref of what it answers",
            "nothing with this ref was pushed to " + reply.topic()));
  }
}
