package dev.broadcasttck.conformance.stage;

import tools.jackson.databind.JsonNode;

/**
 * A broadcast that an actor was told to send.
 *
 * @param send the send's name on the tape
 * @param part the channel it was sent from
 * @param event its event
 * @param payload its payload
 * @param overRest whether it was to go over REST
 * @param calledAt the number of the tape's entry that says so
 */
public record Sent(
    String send, Part part, String event, JsonNode payload, boolean overRest, int calledAt) {

  public String actor() {
    return part.actor();
  }
}
