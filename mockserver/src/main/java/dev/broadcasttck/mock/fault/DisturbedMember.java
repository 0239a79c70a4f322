package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A member with a fault before it, as long as it is one. */
final class DisturbedMember implements Member {
  private final Member member;
  private final Room room;
  private final Fault fault;
  private final DisturbedHub hub;
  private final Way way;
  private boolean left;

  DisturbedMember(Member member, Room room, Fault fault, DisturbedHub hub, Way way) {
    this.member = member;
    this.room = room;
    this.fault = fault;
    this.hub = hub;
    this.way = way;
  }

  Room room() {
    return room;
  }

  @SuppressWarnings("ReferenceEquality") // There are no two of one member.
  boolean is(Member other) {
    return member == other;
  }

  /** What is late for it from now on is lost. */
  void leave() {
    left = true;
  }

  Hearer hearing(Publication publication) {
    boolean sends = publication.sender().filter(this::equals).isPresent();
    return new Hearer(publication, room, version(), sends, ordinal(), hub.isLatest(this));
  }

  /** What is left alone keeps its frames, made once for all receivers. */
  @Override
  public void deliver(Delivery delivery) {
    Broadcast right = delivery.broadcast();
    Course<Broadcast> done = fault.disturbance().delivering(right, hearing(hub.current()));
    Predicate<Broadcast> handing =
        broadcast -> hand(broadcast.equals(right) ? delivery : new Delivery(broadcast));
    fault.tryToFollow(Course.of(right), done, way, handing);
  }

  /** What is published is not for it. */
  void overhear(Publication publication) {
    Broadcast broadcast = publication.broadcast();
    Course<Broadcast> done = fault.disturbance().overhearing(broadcast, hearing(publication));
    fault.tryToFollow(Course.nothing(), done, way, copy -> hand(new Delivery(copy)));
  }

  private boolean hand(Delivery delivery) {
    if (!left) {
      member.deliver(delivery);
    }
    return !left;
  }

  @Override
  public ProtocolVersion version() {
    return member.version();
  }

  @Override
  public Member origin() {
    return member.origin();
  }

  @Override
  public int ordinal() {
    return member.ordinal();
  }

  @Override
  public void announce(String event, JsonNode payload) {
    member.announce(event, payload);
  }
}
