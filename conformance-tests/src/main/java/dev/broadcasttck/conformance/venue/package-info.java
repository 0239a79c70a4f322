@NullMarked
package dev.broadcasttck.conformance.venue;

import org.jspecify.annotations.NullMarked;
