/** When things happen: a clock that can be moved, and what waits for it. */
@NullMarked
package dev.broadcasttck.mock.time;

import org.jspecify.annotations.NullMarked;
