@NullMarked
package dev.broadcasttck.mock.hub;

import org.jspecify.annotations.NullMarked;
