/** Named sets of rules that a subject is certified for. */
@NullMarked
package dev.broadcasttck.spec.profile;

import org.jspecify.annotations.NullMarked;
