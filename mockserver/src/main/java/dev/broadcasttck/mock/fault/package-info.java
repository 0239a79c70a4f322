@NullMarked
package dev.broadcasttck.mock.fault;

import org.jspecify.annotations.NullMarked;
