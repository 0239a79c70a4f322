package dev.broadcasttck.mock.message;

/**
 * A broadcast on its way to the members of a topic.
 *
 * @param topic as on the socket, {@code realtime:} included
 */
public record Broadcast(String topic, Payload payload) {}
