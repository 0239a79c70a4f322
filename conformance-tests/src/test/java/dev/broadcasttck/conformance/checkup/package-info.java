@NullMarked
package dev.broadcasttck.conformance.checkup;

import org.jspecify.annotations.NullMarked;
