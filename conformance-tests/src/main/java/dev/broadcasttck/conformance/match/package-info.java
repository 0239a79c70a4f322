@NullMarked
package dev.broadcasttck.conformance.match;

import org.jspecify.annotations.NullMarked;
