@NullMarked
package dev.broadcasttck.conformance.barrier;

import org.jspecify.annotations.NullMarked;
