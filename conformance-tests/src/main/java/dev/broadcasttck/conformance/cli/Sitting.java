package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.record.Proceedings.Player;
import dev.broadcasttck.conformance.venue.Planted;
import java.util.Optional;

/**
 * Who meets whom in a run.
 *
 * @param venue the server
 * @param player the library, if it is not our own client
 * @param seed of the order, if there is one
 */
record Sitting(Planted venue, Optional<Player> player, Optional<Long> seed) {

  /** The line that a run begins with. */
  String title() {
    String whom = venue.name().isEmpty() ? "" : " (" + venue.name() + ")";
    String who = player.map(it -> " with " + it).orElse("");
    return "Broadcast TCK %s%s at %s%s"
        .formatted(Version.number(), who, venue.endpoint().socket(), whom);
  }
}
