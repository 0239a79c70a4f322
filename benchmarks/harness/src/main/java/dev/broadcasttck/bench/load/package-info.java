/** The load generator: one thread, many sockets. */
@NullMarked
package dev.broadcasttck.bench.load;

import org.jspecify.annotations.NullMarked;
