@NullMarked
package dev.broadcasttck.conformance.stage;

import org.jspecify.annotations.NullMarked;
