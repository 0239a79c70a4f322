@NullMarked
package dev.broadcasttck.mock.token;

import org.jspecify.annotations.NullMarked;
