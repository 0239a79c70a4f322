package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Course;
import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.hub.Publication;

/** Loses what comes over REST. */
final class RestDeaf implements Disturbance {
  @Override
  public Course<Publication> publishing(Publication publication) {
    return publication.origin() == Publication.Origin.REST
        ? Course.nothing()
        : Course.of(publication);
  }
}
