@NullMarked
package dev.broadcasttck.conformance.scripted;

import org.jspecify.annotations.NullMarked;
