@NullMarked
package dev.broadcasttck.mock.server;

import org.jspecify.annotations.NullMarked;
