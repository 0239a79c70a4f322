/** The suite's own steadiness: whether it comes to the same verdicts whatever the weather. */
@NullMarked
package dev.broadcasttck.conformance.verify;

import org.jspecify.annotations.NullMarked;
