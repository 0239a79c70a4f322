package dev.broadcasttck.conformance.scripted;

/**
 * Somebody who wants to hear of an event.
 *
 * @param name unique in the channel
 * @param event in any case, or {@code *} for all
 */
record Listener(String name, String event) {
  boolean wants(String other) {
    return event.equals("*") || event.equalsIgnoreCase(other);
  }
}
