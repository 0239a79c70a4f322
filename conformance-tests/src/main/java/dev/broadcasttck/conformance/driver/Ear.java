package dev.broadcasttck.conformance.driver;

import tools.jackson.databind.JsonNode;

/** Whom a client tells what its user would be told. Called from any thread, never blocks. */
public interface Ear {
  /**
   * {@code SUBSCRIBED}, {@code CHANNEL_ERROR}, {@code TIMED_OUT} or {@code CLOSED}; other words of
   * a library are passed on as they are.
   */
  void status(String channel, String status);

  void message(String channel, String listener, String event, JsonNode payload);

  /** {@code ok}, {@code error} or {@code timed out}, or the library's own word. */
  void settled(String send, String result);

  void uncaught(String text);

  /** What the library printed, for people to read; it may be somebody else's as well. */
  default void printed(String line) {}
}
