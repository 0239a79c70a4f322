package dev.broadcasttck.spec.protocol;

import tools.jackson.databind.JsonNode;

/**
 * A message of the socket, whatever frame carried it.
 *
 * <p>References are opaque and keep their JSON type; a reference that the frame does not have, or
 * has as {@code null}, is a JSON null. A user broadcast (binary kinds 3 and 4) has the event {@code
 * broadcast} and the payload {@code {"event":…,"payload":…,"type":"broadcast"}}, in which a payload
 * that is not JSON is a binary node.
 *
 * @param joinRef the reference of the join that the message belongs to
 * @param ref the reference that pairs a push with its reply
 * @param topic the topic as on the socket, {@code realtime:} included
 * @param event the protocol's event, such as {@code phx_join} or {@code broadcast}
 * @param payload the message's content
 */
public record Envelope(
    JsonNode joinRef, JsonNode ref, String topic, String event, JsonNode payload) {}
