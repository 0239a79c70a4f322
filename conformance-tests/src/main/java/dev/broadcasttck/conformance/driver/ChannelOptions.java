package dev.broadcasttck.conformance.driver;

/**
 * The configuration of a channel.
 *
 * @param self whether its own broadcasts are to come back to it
 * @param ack whether the server is to acknowledge its broadcasts
 * @param isPrivate whether it asks for authorization by topic
 */
public record ChannelOptions(boolean self, boolean ack, boolean isPrivate) {}
