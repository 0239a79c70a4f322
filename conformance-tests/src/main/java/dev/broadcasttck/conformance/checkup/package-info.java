/** Whether an adapter does what the adapter protocol says, and whether what it says is true. */
@NullMarked
package dev.broadcasttck.conformance.checkup;

import org.jspecify.annotations.NullMarked;
