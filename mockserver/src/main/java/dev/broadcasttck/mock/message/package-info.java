@NullMarked
package dev.broadcasttck.mock.message;

import org.jspecify.annotations.NullMarked;
