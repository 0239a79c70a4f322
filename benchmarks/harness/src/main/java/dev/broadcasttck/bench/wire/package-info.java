/** What goes over a socket, from the client's side. */
@NullMarked
package dev.broadcasttck.bench.wire;

import org.jspecify.annotations.NullMarked;
