/** Who is present where. */
@NullMarked
package dev.broadcasttck.mock.presence;

import org.jspecify.annotations.NullMarked;
