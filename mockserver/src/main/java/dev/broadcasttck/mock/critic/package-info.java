/** Somebody who knows the rules reads along what a server's journal says. */
@NullMarked
package dev.broadcasttck.mock.critic;

import org.jspecify.annotations.NullMarked;
