package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.time.Timers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A hub with the faults before it that are on. Faulty hubs remember their members, so when the
 * board has changed there is a new hub, which the members join in the order of their coming.
 */
final class SwitchedHub implements Hub {
  private final Board board;
  private final Supplier<Hub> right;
  private final Timers timers;
  private final Map<Member, Room> members = new LinkedHashMap<>();
  private Hub disturbed;
  private long seen;

  SwitchedHub(Board board, Supplier<Hub> right, Timers timers) {
    this.board = board;
    this.right = right;
    this.timers = timers;
    this.disturbed = make();
    this.seen = board.changes();
  }

  private Hub make() {
    return board.disturb(right.get(), (fault, hub) -> fault.disturb(hub, timers));
  }

  private Hub now() {
    if (seen != board.changes()) {
      disturbed = make();
      members.forEach((member, room) -> disturbed.join(room, member));
      seen = board.changes();
    }
    return disturbed;
  }

  @Override
  public void join(Room room, Member member) {
    now().join(room, member);
    members.put(member, room);
  }

  @Override
  public void leave(Room room, Member member) {
    now().leave(room, member);
    members.remove(member);
  }

  @Override
  public Fate publish(Publication publication) {
    return now().publish(publication);
  }

  @Override
  public void arrive(Publication publication, Member member, Delivery delivery) {
    now().arrive(publication, member, delivery);
  }

  @Override
  public void announce(Room room, String event, JsonNode payload) {
    now().announce(room, event, payload);
  }
}
