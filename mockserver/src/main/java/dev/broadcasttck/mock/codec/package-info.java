@NullMarked
package dev.broadcasttck.mock.codec;

import org.jspecify.annotations.NullMarked;
