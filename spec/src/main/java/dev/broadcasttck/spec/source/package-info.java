@NullMarked
package dev.broadcasttck.spec.source;

import org.jspecify.annotations.NullMarked;
