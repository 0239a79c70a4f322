@NullMarked
package dev.broadcasttck.spec.schema;

import org.jspecify.annotations.NullMarked;
