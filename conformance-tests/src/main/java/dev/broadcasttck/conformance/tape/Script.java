package dev.broadcasttck.conformance.tape;

/** What of a tape the script itself has written, and what it might have. */
public interface Script {
  /** Whether the script wrote this, rather than the server or a client by itself. */
  boolean writes(Happening what);

  /** Whether what was written then is what is written now, but for what is secret. */
  boolean isLike(Happening then, Happening now);
}
