@NullMarked
package dev.broadcasttck.spec.protocol;

import org.jspecify.annotations.NullMarked;
