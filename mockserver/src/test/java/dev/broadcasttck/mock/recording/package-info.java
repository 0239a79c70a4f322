/** Plays the client's side of recordings against the mock and compares the answers. */
@NullMarked
package dev.broadcasttck.mock.recording;

import org.jspecify.annotations.NullMarked;
