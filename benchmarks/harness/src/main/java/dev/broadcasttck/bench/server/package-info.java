/** The servers that are measured, each in its own process. */
@NullMarked
package dev.broadcasttck.bench.server;

import org.jspecify.annotations.NullMarked;
