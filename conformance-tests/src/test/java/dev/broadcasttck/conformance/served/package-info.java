@NullMarked
package dev.broadcasttck.conformance.served;

import org.jspecify.annotations.NullMarked;
