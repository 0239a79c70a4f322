@NullMarked
package dev.broadcasttck.conformance.driver;

import org.jspecify.annotations.NullMarked;
