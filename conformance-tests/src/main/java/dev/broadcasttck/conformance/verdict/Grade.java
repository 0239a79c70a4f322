package dev.broadcasttck.conformance.verdict;

/** How strong the evidence is that something did not happen. */
public enum Grade {
  /** A barrier that is caused by the forbidden message's own way, calibrated on this target. */
  A,
  /** A barrier that follows the forbidden message from the same sender, calibrated likewise. */
  B,
  /** A quiet window, measured on a legal message of the same kind. */
  C,
  /** A fixed window, for the reason that the scenario gives. */
  D
}
