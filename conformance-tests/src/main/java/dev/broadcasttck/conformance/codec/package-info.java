@NullMarked
package dev.broadcasttck.conformance.codec;

import org.jspecify.annotations.NullMarked;
