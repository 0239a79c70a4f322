/**
 * The suite on trial: servers and clients that are wrong on purpose, and whether they are caught.
 */
@NullMarked
package dev.broadcasttck.conformance.kill;

import org.jspecify.annotations.NullMarked;
