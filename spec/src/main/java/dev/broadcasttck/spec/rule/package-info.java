@NullMarked
package dev.broadcasttck.spec.rule;

import org.jspecify.annotations.NullMarked;
