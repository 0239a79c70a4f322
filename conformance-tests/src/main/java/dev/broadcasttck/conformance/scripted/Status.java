package dev.broadcasttck.conformance.scripted;

/** What a channel tells its user of itself. */
enum Status {
  SUBSCRIBED,
  CHANNEL_ERROR,
  TIMED_OUT,
  CLOSED
}
