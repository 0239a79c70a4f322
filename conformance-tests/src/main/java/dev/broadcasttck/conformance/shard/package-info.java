/** A run that is split over several machines, and put together again. */
@NullMarked
package dev.broadcasttck.conformance.shard;

import org.jspecify.annotations.NullMarked;
