/** The scripted client behind the adapter protocol: an SDK under test whose faults are known. */
@NullMarked
package dev.broadcasttck.conformance.served;

import org.jspecify.annotations.NullMarked;
