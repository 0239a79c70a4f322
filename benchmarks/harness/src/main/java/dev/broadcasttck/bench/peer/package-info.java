/** Servers to compare with, as somebody would write them. */
@NullMarked
package dev.broadcasttck.bench.peer;

import org.jspecify.annotations.NullMarked;
