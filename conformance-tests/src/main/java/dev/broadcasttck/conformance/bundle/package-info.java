/** A run as evidence: signed, and enough to derive its verdicts again. */
@NullMarked
package dev.broadcasttck.conformance.bundle;

import org.jspecify.annotations.NullMarked;
