package dev.broadcasttck.mock.hub;

import dev.broadcasttck.mock.message.Broadcast;
import java.util.Optional;

/**
 * A broadcast that somebody hands to the hub.
 *
 * @param leftOut the member that gets no copy
 */
public record Publication(Origin origin, Room room, Broadcast broadcast, Optional<Member> leftOut) {

  /** Where a broadcast comes from. */
  public enum Origin {
    SOCKET,
    REST,
    DATABASE
  }

  /** One that came over REST, which leaves nobody out. */
  public static Publication rest(Room room, Broadcast broadcast) {
    return new Publication(Origin.REST, room, broadcast, Optional.empty());
  }

  /** One that the database sent, which leaves nobody out. */
  public static Publication database(Room room, Broadcast broadcast) {
    return new Publication(Origin.DATABASE, room, broadcast, Optional.empty());
  }

  public Publication withBroadcast(Broadcast other) {
    return new Publication(origin, room, other, leftOut);
  }

  public Publication toEverybody() {
    return new Publication(origin, room, broadcast, Optional.empty());
  }
}
