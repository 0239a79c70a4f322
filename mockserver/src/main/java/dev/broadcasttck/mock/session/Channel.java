package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.hub.Hub.Fate;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.session.Admission.Decision;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import tools.jackson.databind.JsonNode;

/**
 * One topic that one socket has joined.
 *
 * <pre>
 * open ──▶ joined ──▶ closed    phx_leave:                        phx_close
 *                               a failed token, too much traffic: system, phx_close
 *                               a crash:                          phx_error
 *                               the socket's end, a second join:  silence
 * </pre>
 */
final class Channel implements Member {
  private final Push join;
  private final JoinConfig config;
  private final Room room;
  private final ProtocolVersion version;
  private final int ordinal;
  private final Project project;
  private final Line line;
  private final Voice voice;
  private final TokenWatch token;
  private final Presence presence;
  private boolean joined;
  private boolean publishing;

  Channel(
      Push join,
      Decision.Admitted admitted,
      ProtocolVersion version,
      int ordinal,
      Project project,
      Line line) {
    this.join = join;
    this.config = admitted.config();
    this.room = new Room(join.topic().stringValue(), config.isPrivate());
    this.version = version;
    this.ordinal = ordinal;
    this.project = project;
    this.line = line;
    this.voice = new Voice(join, room.name(), line);
    this.token = new TokenWatch(project, room, admitted.token(), this::fail);
    this.presence = new Presence(project, room, voice, config.presenceKey());
  }

  void open() {
    joined = true;
    project.hub().join(room, this);
    voice.welcome(Json.object().set("postgres_changes", config.postgresChangesWithIds()));
    token.begin();
    if (config.replicationReady()) {
      voice.system("system", "ok", "Replication connection established");
    }
    config.replay().flatMap(Replay::parse).ifPresent(this::replay);
    if (config.presence() || project.settings().presenceForAll()) {
      presence.sayState();
    }
    new Subscription(config.postgresChanges()).begin(project.database(), voice);
  }

  private void replay(Replay replay) {
    replay.play(room, project.database(), voice, line);
  }

  /** An event that nobody knows is dropped in silence. */
  void receive(Push push) {
    switch (push.event().stringValueOpt().orElse("")) {
      case "broadcast" -> broadcast(push);
      case "phx_leave" -> leave(push);
      case "access_token" -> renewToken(push);
      case "presence" -> present(push);
      default -> {}
    }
  }

  private void renewToken(Push push) {
    token.renew(push.payload().tree().path("access_token"));
    if (joined) {
      voice.keepQuiet(push);
    }
  }

  private void broadcast(Push push) {
    if (!project.limits().payload().admits(push.payload())) {
      JsonNode error = Json.string("payload_size_exceeded");
      if (config.ack()) {
        voice.error(push, error);
      } else {
        voice.keepQuiet(push, error);
      }
    } else if (mayWrite()) {
      publish(push);
    }
  }

  private boolean mayWrite() {
    return !room.isPrivate() || project.settings().policy().mayWrite(room, token.token());
  }

  private void publish(Push push) {
    project.meters().events().count(1);
    publishing = true;
    Fate fate = project.hub().publish(publication(push));
    publishing = false;
    if (fate == Fate.CRASHED) {
      vanish();
      voice.sayCrashed();
      return;
    }
    if (config.ack()) {
      voice.ok(push, Json.object());
    } else {
      voice.keepQuiet(push);
    }
    if (config.self()) {
      closeIfOverrun();
    }
  }

  private Publication publication(Push push) {
    var broadcast = new Broadcast(room.topic(), push.payload());
    return Publication.socket(room, broadcast, this, config.self());
  }

  /** A wrong join_ref leaves nothing; a join that had none is left with any. */
  private void leave(Push push) {
    if (join.joinRef().isNull() || join.joinRef().equals(push.joinRef())) {
      vanish();
      voice.ok(push, Json.object());
      voice.sayClosed();
    }
  }

  private void present(Push push) {
    if (presence.isFlooded()) {
      fail("Client presence rate limit exceeded");
    } else {
      presence.receive(push);
    }
  }

  private void fail(String reason) {
    vanish();
    voice.system("system", "error", reason);
    voice.sayClosed();
  }

  /** Leaves the room without a word to the client. */
  void vanish() {
    joined = false;
    token.end();
    project.hub().leave(room, this);
    presence.untrack();
  }

  void sayClosed() {
    voice.sayClosed();
  }

  void sayDisconnect() {
    voice.sayDisconnect();
  }

  boolean isJoined() {
    return joined;
  }

  Membership membership() {
    return new Membership(room, join.joinRef(), config.self(), config.ack());
  }

  @Override
  public ProtocolVersion version() {
    return version;
  }

  @Override
  public int ordinal() {
    return ordinal;
  }

  /** The own copy comes before the reply (recording 03_broadcast_self_true_ack_true). */
  @Override
  public void deliver(Delivery delivery) {
    line.deliver(delivery);
    if (!publishing) {
      closeIfOverrun();
    }
  }

  /** Those who receive too much are closed, not those who send it (13b_rate_sender_only). */
  private void closeIfOverrun() {
    if (joined && project.hasTooManyEvents()) {
      fail("Too many messages per second");
    }
  }

  @Override
  public void announce(String event, JsonNode payload) {
    voice.announce(event, payload);
  }
}
