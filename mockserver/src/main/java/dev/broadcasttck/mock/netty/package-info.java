@NullMarked
package dev.broadcasttck.mock.netty;

import org.jspecify.annotations.NullMarked;
