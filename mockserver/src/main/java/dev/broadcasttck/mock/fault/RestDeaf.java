package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.hub.Publication;
import java.util.List;

/** Loses what comes over REST. */
final class RestDeaf implements Disturbance {
  @Override
  public List<Publication> publishing(Publication publication) {
    return publication.origin() == Publication.Origin.REST ? List.of() : List.of(publication);
  }
}
