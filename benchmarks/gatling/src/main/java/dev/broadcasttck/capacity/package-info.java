/** How much Broadcast a server can take, measured by Gatling. */
@NullMarked
package dev.broadcasttck.capacity;

import org.jspecify.annotations.NullMarked;
