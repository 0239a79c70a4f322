package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.hub.Hub.Fate;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.session.Admission.Decision;
import dev.broadcasttck.mock.token.Token;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One topic that one socket has joined.
 *
 * <pre>
 * open ──▶ joined ──▶ closed    phx_leave, a token that does not hold: phx_close
 *                               a crash:                               phx_error
 *                               the socket's end, a second join:       silence
 * </pre>
 */
final class Channel implements Member {
  private final Push join;
  private final JoinConfig config;
  private final Room room;
  private final ProtocolVersion version;
  private final Project project;
  private final Line line;
  private Token.Valid token;
  private boolean joined;

  Channel(
      Push join, Decision.Admitted admitted, ProtocolVersion version, Project project, Line line) {
    this.join = join;
    this.config = admitted.config();
    this.room = new Room(join.topic().stringValue(), config.isPrivate());
    this.version = version;
    this.project = project;
    this.line = line;
    this.token = admitted.token();
  }

  void open() {
    joined = true;
    project.hub().join(room, this);
    JsonNode response = Json.object().set("postgres_changes", config.postgresChangesWithIds());
    line.reply(join, ServerMessage.ok(join.joinRef(), join, response));
    if (config.presence()) {
      push("presence_state", Json.object());
    }
  }

  /** An event that nobody knows is dropped in silence. */
  void receive(Push push) {
    switch (push.event().stringValueOpt().orElse("")) {
      case "broadcast" -> broadcast(push);
      case "phx_leave" -> leave(push);
      case "access_token" -> renew(push);
      case "presence" -> answer(push, Presence.answer(push.payload().tree()));
      default -> {}
    }
  }

  private void broadcast(Push push) {
    if (!project.payloadLimit().admits(push.payload())) {
      acknowledge(
          ServerMessage.error(replyRef(), push, Json.string("payload_size_exceeded")), push);
    } else if (mayWrite()) {
      publish(push);
    }
  }

  private boolean mayWrite() {
    return !room.isPrivate() || project.policy().mayWrite(room, token);
  }

  /** The own copy comes before the reply (recording 03_broadcast_self_true_ack_true). */
  private void publish(Push push) {
    Optional<Member> leftOut = config.self() ? Optional.empty() : Optional.of(this);
    var broadcast = new Broadcast(room.topic(), push.payload());
    var publication = new Publication(Publication.Origin.SOCKET, room, broadcast, leftOut);
    if (project.hub().publish(publication) == Fate.CRASHED) {
      vanish();
      notice("phx_error", Json.object().put("reason", "channel_crash"));
    } else {
      acknowledge(ServerMessage.ok(replyRef(), push, Json.object()), push);
    }
  }

  private void acknowledge(ServerMessage reply, Push push) {
    if (config.ack()) {
      line.reply(push, reply);
    }
  }

  /** A wrong join_ref leaves nothing; a join that had none is left with any. */
  private void leave(Push push) {
    if (join.joinRef().isNull() || join.joinRef().equals(push.joinRef())) {
      vanish();
      line.reply(push, ServerMessage.ok(replyRef(), push, Json.object()));
      sayClosed();
    }
  }

  private void renew(Push push) {
    AccessToken.in(push.payload().tree().path("access_token"))
        .filter(text -> !text.equals(token.text()))
        .map(project.tokens()::examine)
        .ifPresent(this::renew);
  }

  private void renew(Token renewed) {
    if (renewed instanceof Token.Valid valid) {
      token = valid;
    } else {
      vanish();
      push("system", failure(message((Token.Invalid) renewed)));
      sayClosed();
    }
  }

  private static String message(Token.Invalid token) {
    return switch (token.flaw()) {
      case EXPIRED -> "Token has expired " + token.secondsAgo() + " seconds ago";
      case SIGNATURE -> ":signature_error";
      default -> token.flaw().text();
    };
  }

  private JsonNode failure(String message) {
    return Json.object()
        .put("message", message)
        .put("status", "error")
        .put("extension", "system")
        .put("channel", room.name());
  }

  private void answer(Push push, Presence.Answer answer) {
    line.reply(
        push,
        answer.ok()
            ? ServerMessage.ok(replyRef(), push, answer.response())
            : ServerMessage.error(replyRef(), push, answer.response()));
  }

  private void push(String event, JsonNode payload) {
    line.push(new ServerMessage(replyRef(), Json.NULL, join.topic(), event, payload));
  }

  private void notice(String event, JsonNode payload) {
    line.push(new ServerMessage(join.joinRef(), join.joinRef(), join.topic(), event, payload));
  }

  /** A join without join_ref lends its ref to the replies that follow. */
  private JsonNode replyRef() {
    return join.joinRef().isNull() ? join.ref() : join.joinRef();
  }

  /** Leaves the room without a word. */
  void vanish() {
    joined = false;
    project.hub().leave(room, this);
  }

  void sayClosed() {
    notice("phx_close", Json.object());
  }

  boolean isJoined() {
    return joined;
  }

  String topic() {
    return room.topic();
  }

  @Override
  public ProtocolVersion version() {
    return version;
  }

  @Override
  public void deliver(Delivery delivery) {
    line.deliver(delivery);
  }
}
