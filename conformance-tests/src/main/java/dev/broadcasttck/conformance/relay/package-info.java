/** What stands between a client and a server, and forwards what they say to each other. */
@NullMarked
package dev.broadcasttck.conformance.relay;

import org.jspecify.annotations.NullMarked;
