/** Sockets and HTTP calls that do nothing by themselves: what the script says, and no more. */
@NullMarked
package dev.broadcasttck.conformance.plain;

import org.jspecify.annotations.NullMarked;
