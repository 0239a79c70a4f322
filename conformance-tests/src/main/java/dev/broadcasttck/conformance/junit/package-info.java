@NullMarked
package dev.broadcasttck.conformance.junit;

import org.jspecify.annotations.NullMarked;
