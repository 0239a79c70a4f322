/** Target files: what their authors say of the server that is to be judged. */
@NullMarked
package dev.broadcasttck.conformance.target;

import org.jspecify.annotations.NullMarked;
