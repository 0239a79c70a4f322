package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.hub.Publication;

/** Leaves nobody out. */
final class EchoAlways implements Disturbance {
  @Override
  public Course<Publication> publishing(Publication publication) {
    return Course.of(publication.toEverybody());
  }
}
