package dev.broadcasttck.conformance.stage;

/** A script says something that cannot be played; never the fault of the subject. */
public final class ScriptError extends RuntimeException {
  public ScriptError(String message) {
    super(message);
  }
}
