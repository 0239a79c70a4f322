package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.report.Redaction;

/** A command that holds secrets. */
interface Discreet {
  /** How texts about it lose what must not be shown. */
  Redaction redaction();
}
