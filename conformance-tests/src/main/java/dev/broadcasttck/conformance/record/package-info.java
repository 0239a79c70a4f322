/** Runs that are over, as their results tell of them. */
@NullMarked
package dev.broadcasttck.conformance.record;

import org.jspecify.annotations.NullMarked;
