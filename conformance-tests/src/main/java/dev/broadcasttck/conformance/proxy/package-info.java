/**
 * The mock's faults, journal and page, and the lint, at a relay between any client and any server.
 */
@NullMarked
package dev.broadcasttck.conformance.proxy;

import org.jspecify.annotations.NullMarked;
