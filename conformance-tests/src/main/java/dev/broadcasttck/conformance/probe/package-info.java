@NullMarked
package dev.broadcasttck.conformance.probe;

import org.jspecify.annotations.NullMarked;
