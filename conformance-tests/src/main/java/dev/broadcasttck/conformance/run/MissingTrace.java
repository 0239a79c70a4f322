package dev.broadcasttck.conformance.run;

/** What was kept of a run is not enough to judge it again; the message says what is missing. */
public final class MissingTrace extends RuntimeException {
  MissingTrace(String what) {
    super(what);
  }
}
