/** Questions to a server of which only the address and the key are known. */
@NullMarked
package dev.broadcasttck.conformance.survey;

import org.jspecify.annotations.NullMarked;
