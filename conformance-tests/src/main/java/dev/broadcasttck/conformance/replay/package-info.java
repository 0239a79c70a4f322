/** Plays the client's side of a saved trace again, at any server. */
@NullMarked
package dev.broadcasttck.conformance.replay;

import org.jspecify.annotations.NullMarked;
