package dev.broadcasttck.conformance.scripted;

/** An obligation of a client that the scripted one can be told to break. */
public enum Misbehaviour {
  /** Acknowledged sends settle before their acknowledgement. */
  RESOLVES_EARLY,
  /** Every listener is called for every event. */
  FILTERS_NOTHING
}
