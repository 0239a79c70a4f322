/** What nobody would send, for the tests of both sides of the protocol. */
@NullMarked
package dev.broadcasttck.noise;

import org.jspecify.annotations.NullMarked;
