package dev.broadcasttck.mock.hub;

import dev.broadcasttck.mock.message.Broadcast;
import java.util.Optional;

/**
 * A broadcast that somebody hands to the hub.
 *
 * @param sender the member that sent it, where a member did
 * @param echoed whether the sender gets a copy
 */
public record Publication(
    Origin origin, Room room, Broadcast broadcast, Optional<Member> sender, boolean echoed) {

  /** Where a broadcast comes from. */
  public enum Origin {
    SOCKET,
    REST,
    DATABASE
  }

  /** One that a member sent. */
  public static Publication socket(Room room, Broadcast broadcast, Member sender, boolean echoed) {
    return new Publication(Origin.SOCKET, room, broadcast, Optional.of(sender), echoed);
  }

  /** One that came over REST, which leaves nobody out. */
  public static Publication rest(Room room, Broadcast broadcast) {
    return new Publication(Origin.REST, room, broadcast, Optional.empty(), true);
  }

  /** One that the database sent, which leaves nobody out. */
  public static Publication database(Room room, Broadcast broadcast) {
    return new Publication(Origin.DATABASE, room, broadcast, Optional.empty(), true);
  }

  /** The member that gets no copy. */
  public Optional<Member> leftOut() {
    return echoed ? Optional.empty() : sender;
  }

  public Publication withBroadcast(Broadcast other) {
    return new Publication(origin, room, other, sender, echoed);
  }

  public Publication withSender(Optional<Member> other) {
    return new Publication(origin, room, broadcast, other, echoed);
  }

  public Publication toEverybody() {
    return new Publication(origin, room, broadcast, sender, true);
  }
}
