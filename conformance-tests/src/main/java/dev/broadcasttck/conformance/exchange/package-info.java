/** The verbs of plain sockets and HTTP callers, and what they have to know of each other. */
@NullMarked
package dev.broadcasttck.conformance.exchange;

import org.jspecify.annotations.NullMarked;
