/** The client corpus: clients of a driver, and a server of their own that follows the script. */
@NullMarked
package dev.broadcasttck.conformance.rehearsal;

import org.jspecify.annotations.NullMarked;
