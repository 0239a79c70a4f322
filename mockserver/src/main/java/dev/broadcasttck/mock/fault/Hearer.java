package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.spec.protocol.ProtocolVersion;

/**
 * A member of a room, looked at while something is published there or elsewhere.
 *
 * @param publication what is published
 * @param room the member's own
 * @param version of the member's socket
 * @param isSender whether it is this member that publishes
 * @param ordinal which of its socket's channels the member is, in the order of their joins, from 1
 * @param isLatest whether nobody has joined its room after it
 */
public record Hearer(
    Publication publication,
    Room room,
    ProtocolVersion version,
    boolean isSender,
    int ordinal,
    boolean isLatest) {

  /** Whether the publication is one of its own room. */
  public boolean isAtHome() {
    return room.equals(publication.room());
  }
}
