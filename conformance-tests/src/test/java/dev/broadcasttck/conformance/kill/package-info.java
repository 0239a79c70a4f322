@NullMarked
package dev.broadcasttck.conformance.kill;

import org.jspecify.annotations.NullMarked;
