/** What is known not to pass, what a run says of it, and what becomes of it afterwards. */
@NullMarked
package dev.broadcasttck.conformance.baseline;

import org.jspecify.annotations.NullMarked;
