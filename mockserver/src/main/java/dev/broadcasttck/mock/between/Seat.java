package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.mock.session.JoinConfig;
import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.Membership;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A channel that a socket has joined at its server. */
final class Seat implements Member {
  /** What the channel sends, as it is to go on. */
  private record Sending(Push push, Frame frame, boolean untouched, Broadcast broadcast) {}

  private final Push join;
  private final JoinConfig config;
  private final Room room;
  private final ProtocolVersion version;
  private final int ordinal;
  private final Line line;
  private final Upstream upstream;
  private final OwnWords own = new OwnWords();
  private Optional<Sending> last = Optional.empty();

  /**
   * @param line to the client, without the faults of its messages
   */
  Seat(
      Push join,
      JoinConfig config,
      ProtocolVersion version,
      int ordinal,
      Line line,
      Upstream upstream) {
    this.join = join;
    this.config = config;
    this.room = new Room(join.topic().stringValue(), config.isPrivate());
    this.version = version;
    this.ordinal = ordinal;
    this.line = line;
    this.upstream = upstream;
  }

  Room room() {
    return room;
  }

  boolean acknowledges() {
    return config.ack();
  }

  Membership membership() {
    return new Membership(room, join.joinRef(), config.self(), config.ack());
  }

  /** Whether a message about the channel is about this join of it. */
  boolean isMeant(ServerMessage message) {
    JsonNode named = message.joinRef().isNull() ? message.ref() : message.joinRef();
    return named.isNull() || named.equals(join.joinRef()) || named.equals(join.ref());
  }

  /** The client broadcasts. */
  void publish(Push push, Frame frame, boolean untouched, Hub hub) {
    var broadcast = new Broadcast(room.topic(), push.payload());
    last = Optional.of(new Sending(push, frame, untouched, broadcast));
    hub.publish(Publication.socket(room, broadcast, this, config.self()));
  }

  /** What has passed all faults goes on to the server. */
  void send(Publication publication) {
    Sending sending = last.orElseThrow();
    boolean isRight = publication.broadcast().equals(sending.broadcast());
    own.note(publication.broadcast().payload());
    if (isRight && sending.untouched()) {
      upstream.forward(sending.frame());
    } else {
      upstream.push(with(sending.push(), publication.broadcast()));
    }
    if (publication.echoed() && !config.self()) {
      deliver(new Delivery(publication.broadcast()));
    }
  }

  private static Push with(Push push, Broadcast broadcast) {
    return new Push(push.joinRef(), push.ref(), push.topic(), push.event(), broadcast.payload());
  }

  /** A broadcast has come for it. */
  void arrive(Broadcast broadcast, Frame frame, Hub hub) {
    boolean isOwn = config.self() && own.take(broadcast.payload());
    Optional<Member> sender = isOwn ? Optional.of(this) : Optional.empty();
    hub.arrive(
        new Publication(Publication.Origin.SOCKET, room, broadcast, sender, true),
        this,
        new Delivery(broadcast, version, frame));
  }

  @Override
  public ProtocolVersion version() {
    return version;
  }

  @Override
  public int ordinal() {
    return ordinal;
  }

  @Override
  public void deliver(Delivery delivery) {
    line.deliver(delivery);
  }

  @Override
  public void announce(String event, JsonNode payload) {
    line.push(new ServerMessage(Json.NULL, Json.NULL, join.topic(), event, payload));
  }
}
