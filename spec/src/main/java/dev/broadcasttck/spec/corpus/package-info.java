@NullMarked
package dev.broadcasttck.spec.corpus;

import org.jspecify.annotations.NullMarked;
