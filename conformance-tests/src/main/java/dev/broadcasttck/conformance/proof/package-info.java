/** What is known of a target that makes a barrier believable. */
@NullMarked
package dev.broadcasttck.conformance.proof;

import org.jspecify.annotations.NullMarked;
