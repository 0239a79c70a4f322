package dev.broadcasttck.conformance.adapter;

import tools.jackson.databind.JsonNode;

/** Whom an adapter's process tells what it was not asked; called by its reading thread. */
public interface Audience {
  void told(String notification, JsonNode parameters);

  /** A line that is no message of the protocol. */
  void garbled(String line, String why);

  /** A line on standard error. */
  default void printed(String line) {}

  /** The process has ended, or takes no more; the last that is told. */
  void ended(String how);
}
