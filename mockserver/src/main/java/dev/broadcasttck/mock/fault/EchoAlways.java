package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.hub.Publication;
import java.util.List;

/** Leaves nobody out. */
final class EchoAlways implements Disturbance {
  @Override
  public List<Publication> publishing(Publication publication) {
    return List.of(publication.toEverybody());
  }
}
