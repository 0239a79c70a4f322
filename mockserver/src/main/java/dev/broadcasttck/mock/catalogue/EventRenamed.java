package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Appends to the user's event. */
final class EventRenamed implements Disturbance {
  private static final String SUFFIX = "-changed";

  @Override
  public Course<Publication> publishing(Publication publication) {
    Broadcast right = publication.broadcast();
    var renamed = new Broadcast(right.topic(), renamed(right.payload()));
    return Course.of(publication.withBroadcast(renamed));
  }

  private static Payload renamed(Payload payload) {
    if (payload instanceof Payload.User user) {
      return user.withEvent(user.event() + SUFFIX);
    }
    JsonNode tree = payload.tree();
    return tree.path("event").isString()
        ? new Payload.Text(JsonText.of(renamed((ObjectNode) tree)))
        : payload;
  }

  private static JsonNode renamed(ObjectNode broadcast) {
    return broadcast.put("event", broadcast.path("event").stringValue() + SUFFIX);
  }
}
