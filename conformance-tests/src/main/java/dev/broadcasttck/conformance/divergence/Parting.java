package dev.broadcasttck.conformance.divergence;

import java.util.Optional;

/**
 * The first point where two histories part.
 *
 * @param where the socket and the topic, such as {@code alice ◀ realtime:room}
 * @param place how many messages both had in common there, and one
 * @param before the last one in common; empty where there is none
 * @param a what the one server said next; empty where it said nothing more
 * @param b what the other said next
 */
public record Parting(
    String where, int place, Optional<String> before, Optional<String> a, Optional<String> b) {}
