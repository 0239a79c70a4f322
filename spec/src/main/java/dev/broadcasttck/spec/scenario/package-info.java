@NullMarked
package dev.broadcasttck.spec.scenario;

import org.jspecify.annotations.NullMarked;
