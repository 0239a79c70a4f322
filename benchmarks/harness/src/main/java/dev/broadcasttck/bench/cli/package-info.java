/** The command line. */
@NullMarked
package dev.broadcasttck.bench.cli;

import org.jspecify.annotations.NullMarked;
