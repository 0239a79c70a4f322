/** Released client libraries: where they come from, and how they are installed. */
@NullMarked
package dev.broadcasttck.conformance.sdk;

import org.jspecify.annotations.NullMarked;
