@NullMarked
package dev.broadcasttck.conformance.verb;

import org.jspecify.annotations.NullMarked;
