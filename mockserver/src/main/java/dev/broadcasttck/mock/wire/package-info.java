/** What can be done to a connection below all codecs. */
@NullMarked
package dev.broadcasttck.mock.wire;

import org.jspecify.annotations.NullMarked;
