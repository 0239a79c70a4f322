/** What must hold on every tape, whatever its scenario is about. */
@NullMarked
package dev.broadcasttck.conformance.history;

import org.jspecify.annotations.NullMarked;
