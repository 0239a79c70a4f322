package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.hub.Publication;

/** Leaves nobody out. */
final class EchoAlways implements Disturbance {
  @Override
  public Course<Publication> publishing(Publication publication) {
    return Course.of(publication.toEverybody());
  }
}
