/** Two runs held against each other. */
@NullMarked
package dev.broadcasttck.conformance.comparison;

import org.jspecify.annotations.NullMarked;
