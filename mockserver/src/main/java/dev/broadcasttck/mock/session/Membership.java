package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.hub.Room;
import tools.jackson.databind.JsonNode;

/**
 * A channel that a socket has joined.
 *
 * @param joinRef of the join, as on the wire
 * @param self whether it hears its own broadcasts
 * @param ack whether its broadcasts are acknowledged
 */
public record Membership(Room room, JsonNode joinRef, boolean self, boolean ack) {}
