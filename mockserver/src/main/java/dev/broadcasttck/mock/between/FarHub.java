package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.hub.TopicHub;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The hub of a server elsewhere: what its members send goes there. What comes from nowhere is for
 * those who are known here.
 */
final class FarHub implements Hub {
  private final Hub here = new TopicHub();

  @Override
  public void join(Room room, Member member) {
    here.join(room, member);
  }

  @Override
  public void leave(Room room, Member member) {
    here.leave(room, member);
  }

  @Override
  public Fate publish(Publication publication) {
    Optional<Member> sender = publication.sender().map(Member::origin);
    if (sender.isPresent() && sender.get() instanceof Seat seat) {
      seat.send(publication);
      return Fate.DELIVERED;
    }
    return here.publish(publication);
  }

  @Override
  public void announce(Room room, String event, JsonNode payload) {
    here.announce(room, event, payload);
  }
}
