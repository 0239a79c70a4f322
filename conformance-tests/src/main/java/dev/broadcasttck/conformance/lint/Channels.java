package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Lately;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Ledger;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.lint.Channel.Stage;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/** The channels of a socket before each line. */
final class Channels {
  private final ProtocolVersion vsn;
  private final Lately<String, Channel> channels;

  private Channels(Conversation socket) {
    this.vsn = socket.vsn();
    this.channels = new Lately<>(socket.memory().perSocket());
  }

  /** All laws that have to know how the channels stand. */
  static Law watch(Conversation socket, Ledger ledger) {
    var channels = new Channels(socket);
    List<Law> laws =
        List.of(
            new Pushes(socket, channels),
            new Answers(socket, channels),
            new OwnCopies(socket, channels, ledger));
    return line -> {
      var found = laws.stream().flatMap(law -> law.read(line).stream()).toList();
      channels.note(line);
      return found;
    };
  }

  Optional<Channel> of(String topic) {
    return channels.get(topic);
  }

  /** Whether a topic that is not known was never joined. */
  boolean knowsAll() {
    return !channels.isForgetful();
  }

  private void note(Line line) {
    line.pushed().ifPresent(this::sent);
    line.told().ifPresent(this::received);
  }

  private void sent(Envelope message) {
    if (message.event().equals("phx_join")) {
      boolean takesOver = of(message.topic()).filter(it -> it.is(Stage.JOINED)).isPresent();
      channels.put(message.topic(), Channel.asked(message, takesOver));
    } else if (message.event().equals("phx_leave")) {
      become(message, Stage.LEFT);
    }
  }

  private void received(Envelope message) {
    Optional<Channel> channel = of(message.topic());
    if (message.event().equals("phx_reply")) {
      channel
          .filter(it -> it.is(Stage.ASKED) && it.ref().equals(message.ref()))
          .ifPresent(it -> become(message, outcome(message)));
    } else if (message.event().equals("phx_close") || message.event().equals("phx_error")) {
      channel
          .filter(it -> !it.is(Stage.LEFT) && it.isEndedBy(message, vsn))
          .ifPresent(it -> become(message, Stage.ENDED));
    }
  }

  private static Stage outcome(Envelope reply) {
    return reply.payload().path("status").asString("").equals("ok") ? Stage.JOINED : Stage.REFUSED;
  }

  private void become(Envelope message, Stage stage) {
    of(message.topic()).ifPresent(it -> channels.put(message.topic(), it.now(stage)));
  }
}
