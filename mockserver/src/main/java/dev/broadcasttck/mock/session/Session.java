package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Codec;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.session.Admission.Decision;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One socket's conversation: which channels it has joined, and who answers what it sends. */
public final class Session {
  private final ProtocolVersion version;
  private final Codec codec;
  private final Project project;
  private final Admission admission;
  private final Line line;
  private final Map<String, Channel> channels = new HashMap<>();

  public Session(ProtocolVersion version, Project project, Admission admission, Line line) {
    this.version = version;
    this.codec = Codec.of(version);
    this.project = project;
    this.admission = admission;
    this.line = line;
  }

  /** Answers a frame at once; a malformed one is dropped in silence. */
  public void receive(Frame frame) {
    codec.decode(frame).ifPresent(this::receive);
  }

  /** The socket is gone: it leaves all its channels at once. Ending twice does no harm. */
  public void end() {
    channels.values().forEach(Channel::vanish);
    channels.clear();
  }

  private void receive(Push push) {
    Optional<Channel> channel = channel(push);
    if (push.isTopic("phoenix") && push.isEvent("heartbeat")) {
      line.reply(push, ServerMessage.ok(Json.NULL, push, Json.object()));
    } else if (push.isEvent("phx_join") && isChannelTopic(push)) {
      join(push);
    } else if (channel.isPresent()) {
      channel.get().receive(push);
      forgetIfClosed(channel.get());
    } else if (push.isEvent("phx_leave")) {
      line.reply(push, ServerMessage.ok(push.joinRef(), push, Json.object()));
    } else {
      line.reply(push, ServerMessage.refusal(Json.NULL, push, "unmatched topic"));
    }
  }

  private Optional<Channel> channel(Push push) {
    return push.topic().stringValueOpt().map(channels::get);
  }

  private static boolean isChannelTopic(Push push) {
    return push.topic().stringValueOpt().filter(t -> t.startsWith(Room.PREFIX)).isPresent();
  }

  /** The answer to a second join comes before the end of the first (07_rejoin_same_topic). */
  private void join(Push push) {
    String topic = push.topic().stringValue();
    Optional<Channel> old = Optional.ofNullable(channels.remove(topic));
    old.ifPresent(Channel::vanish);
    Decision decision = admission.decide(topic, push.payload().tree());
    if (decision instanceof Decision.Admitted admitted) {
      var channel = new Channel(push, admitted, version, project, line);
      channels.put(topic, channel);
      channel.open();
    } else {
      String reason = ((Decision.Refused) decision).reason();
      line.reply(push, ServerMessage.refusal(push.joinRef(), push, reason));
    }
    old.ifPresent(Channel::sayClosed);
  }

  private void forgetIfClosed(Channel channel) {
    if (!channel.isJoined()) {
      channels.remove(channel.topic(), channel);
    }
  }
}
