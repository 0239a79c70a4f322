/** Whether a subject is certified for a profile, and by what evidence. */
@NullMarked
package dev.broadcasttck.conformance.certify;

import org.jspecify.annotations.NullMarked;
