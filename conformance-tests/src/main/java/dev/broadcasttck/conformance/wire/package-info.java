@NullMarked
package dev.broadcasttck.conformance.wire;

import org.jspecify.annotations.NullMarked;
