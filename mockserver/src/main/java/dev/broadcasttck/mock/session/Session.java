package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Codec;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Crowd;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.session.Admission.Decision;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One socket's conversation: which channels it has joined, and who answers what it sends. */
public final class Session implements Crowd.Guest, Conversation {
  private static final int SERVICE_RESTART = 1012;

  private final ProtocolVersion version;
  private final Codec codec;
  private final Project project;
  private final Admission admission;
  private final Gate gate = new Gate();
  private final Line line;
  private final Ear ear;
  private final Map<String, Channel> channels = new HashMap<>();
  private int opened;

  /**
   * A session that begins.
   *
   * @param ear {@link Ear#GOOD} but for a server that misbehaves
   */
  public Session(
      ProtocolVersion version, Project project, Admission admission, Line socket, Ear ear) {
    this.version = version;
    this.codec = Codec.of(version);
    this.project = project;
    this.admission = admission;
    this.ear = ear;
    this.line = new GatedLine(socket, gate);
    project.crowd().enter(this);
  }

  /** Answers a frame, at once unless a failing join is in the way; drops a malformed one. */
  @Override
  public void receive(Frame frame) {
    gate.pass(() -> hear(frame));
  }

  private void hear(Frame frame) {
    codec
        .decode(frame)
        .ifPresentOrElse(
            push -> ear.hear(push).ifPresent(this::receive),
            () -> ear.stumble(frame).ifPresent(this::hangUp));
  }

  @Override
  public List<Membership> memberships() {
    return channels.values().stream()
        .filter(Channel::isJoined)
        .sorted(Comparator.comparing(Channel::ordinal))
        .map(Channel::membership)
        .toList();
  }

  @Override
  public void forget(String topic) {
    Optional.ofNullable(channels.remove(topic))
        .filter(Channel::isJoined)
        .ifPresent(Channel::vanish);
  }

  @Override
  public Manners manners() {
    return ear;
  }

  /** The socket is gone: it leaves all its channels at once. Ending twice does no harm. */
  @Override
  public void end() {
    gate.lock();
    ear.gone();
    project.crowd().leave(this);
    channels.values().stream().filter(Channel::isJoined).forEach(Channel::vanish);
    channels.clear();
  }

  @Override
  public void disconnect() {
    channels.values().stream().filter(Channel::isJoined).forEach(Channel::sayDisconnect);
    line.hangUp(SERVICE_RESTART);
  }

  private void receive(Push push) {
    Optional<Channel> channel = channel(push);
    if (push.isTopic("phoenix") && push.isEvent("heartbeat")) {
      line.reply(push, ServerMessage.ok(Json.NULL, push, Json.object()));
    } else if (push.isEvent("phx_join") && isChannelTopic(push)) {
      join(push);
    } else if (channel.isPresent()) {
      channel.get().receive(push);
    } else if (push.isEvent("phx_leave")) {
      line.reply(push, ServerMessage.ok(push.joinRef(), push, Json.object()));
    } else {
      line.reply(push, ServerMessage.refusal(Json.NULL, push, "unmatched topic"));
    }
  }

  private Optional<Channel> channel(Push push) {
    return push.topic().stringValueOpt().map(channels::get).filter(Channel::isJoined);
  }

  private static boolean isChannelTopic(Push push) {
    return push.topic().stringValueOpt().filter(t -> t.startsWith(Room.PREFIX)).isPresent();
  }

  /** The answer to a second join comes before the end of the first (07_rejoin_same_topic). */
  private void join(Push push) {
    String topic = push.topic().stringValue();
    Optional<Channel> old = Optional.ofNullable(channels.remove(topic)).filter(Channel::isJoined);
    old.ifPresent(Channel::vanish);
    channels.values().removeIf(channel -> !channel.isJoined());
    project.meters().joins().count(1);
    Decision decision = admission.decide(topic, push.payload().tree());
    if (decision instanceof Decision.Refused refused) {
      refuse(push, refused, old);
    } else if (channels.size() >= project.limits().channels()) {
      refuse(push, Decision.Refused.TOO_MANY_CHANNELS, old);
    } else {
      var channel =
          new Channel(push, (Decision.Admitted) decision, version, ++opened, project, line);
      channels.put(topic, channel);
      project.crowd().becomeUser(this);
      channel.open();
      old.ifPresent(Channel::sayClosed);
    }
  }

  private void refuse(Push push, Decision.Refused refused, Optional<Channel> old) {
    Duration delay = project.profile().joinErrorDelay();
    if (delay.isZero()) {
      sayRefused(push, refused, old);
    } else {
      gate.shut();
      project.timers().after(delay, () -> wakeUp(push, refused, old));
    }
  }

  private void wakeUp(Push push, Decision.Refused refused, Optional<Channel> old) {
    if (!gate.isLocked()) {
      gate.reopen(() -> sayRefused(push, refused, old));
    }
  }

  private void sayRefused(Push push, Decision.Refused refused, Optional<Channel> old) {
    line.reply(push, ServerMessage.refusal(push.joinRef(), push, refused.reason()));
    old.ifPresent(Channel::sayClosed);
    refused.closeCode().ifPresent(this::hangUp);
  }

  private void hangUp(int code) {
    line.hangUp(code);
    gate.lock();
  }
}
