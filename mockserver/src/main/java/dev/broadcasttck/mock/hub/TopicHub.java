package dev.broadcasttck.mock.hub;

import dev.broadcasttck.mock.codec.Delivery;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The hub that does as it is told; for one thread. */
public final class TopicHub implements Hub {
  /** The lists are never changed, so that a member may leave in the middle of a fan-out. */
  private final Map<Room, List<Member>> members = new HashMap<>();

  @Override
  public void join(Room room, Member member) {
    List<Member> joined = new ArrayList<>(membersOf(room));
    joined.add(member);
    members.put(room, joined);
  }

  @Override
  public void leave(Room room, Member member) {
    List<Member> left = new ArrayList<>(membersOf(room));
    left.remove(member);
    if (left.isEmpty()) {
      members.remove(room);
    } else {
      members.put(room, left);
    }
  }

  @Override
  public Fate publish(Publication publication) {
    List<Member> receivers = membersOf(publication.room());
    if (publication.leftOut().isPresent()) {
      receivers = new ArrayList<>(receivers);
      receivers.remove(publication.leftOut().get());
    }
    if (crashes(publication.broadcast().payload(), receivers)) {
      return Fate.CRASHED;
    }
    var delivery = new Delivery(publication.broadcast());
    receivers.forEach(receiver -> receiver.deliver(delivery));
    return Fate.DELIVERED;
  }

  @Override
  public void announce(Room room, String event, JsonNode payload) {
    membersOf(room).forEach(member -> member.announce(event, payload));
  }

  private List<Member> membersOf(Room room) {
    return members.getOrDefault(room, List.of());
  }

  private static boolean crashes(Payload payload, List<Member> receivers) {
    return payload instanceof Payload.Text text
        && !text.json().isObject()
        && receivers.stream().anyMatch(receiver -> receiver.version() == ProtocolVersion.V2);
  }
}
