/** Two servers that were played the same script, and where they part. */
@NullMarked
package dev.broadcasttck.conformance.divergence;

import org.jspecify.annotations.NullMarked;
