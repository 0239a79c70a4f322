package dev.broadcasttck.mock.fault;

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
