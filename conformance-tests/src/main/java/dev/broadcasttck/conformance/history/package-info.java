/** What holds for every conversation, whatever its script is about. */
@NullMarked
package dev.broadcasttck.conformance.history;

import org.jspecify.annotations.NullMarked;
