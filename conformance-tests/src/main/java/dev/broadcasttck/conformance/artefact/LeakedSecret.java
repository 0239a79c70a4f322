package dev.broadcasttck.conformance.artefact;

/** A text of ours that is on its way to a file holds a secret: nothing of it is written. */
public final class LeakedSecret extends RuntimeException {
  LeakedSecret(String where) {
    super(
        "a secret was about to be written to "
            + where
            + "; nothing was written there, and this is a fault of the suite");
  }
}
