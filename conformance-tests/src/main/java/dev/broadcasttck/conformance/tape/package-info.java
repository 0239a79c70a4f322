@NullMarked
package dev.broadcasttck.conformance.tape;

import org.jspecify.annotations.NullMarked;
