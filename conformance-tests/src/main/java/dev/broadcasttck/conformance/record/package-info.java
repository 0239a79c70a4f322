/**
 * The record of a run: everything that reports tell, as one value that is written and read back.
 */
@NullMarked
package dev.broadcasttck.conformance.record;

import org.jspecify.annotations.NullMarked;
