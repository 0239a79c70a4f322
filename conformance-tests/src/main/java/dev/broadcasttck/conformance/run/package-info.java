@NullMarked
package dev.broadcasttck.conformance.run;

import org.jspecify.annotations.NullMarked;
