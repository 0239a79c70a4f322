package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.Member;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import tools.jackson.databind.JsonNode;

/** A hub with a fault before it. */
record DisturbedHub(Hub hub, Fault fault) implements Hub {
  @Override
  public void join(Room room, Member member) {
    hub.join(room, member);
  }

  @Override
  public void leave(Room room, Member member) {
    hub.leave(room, member);
  }

  @Override
  public Fate publish(Publication publication) {
    Fate fate = Fate.DELIVERED;
    for (Publication done :
        fault.noting(publication, fault.disturbance().publishing(publication))) {
      fate = hub.publish(done);
    }
    return fate;
  }

  @Override
  public void announce(Room room, String event, JsonNode payload) {
    hub.announce(room, event, payload);
  }
}
