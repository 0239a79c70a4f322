@NullMarked
package dev.broadcasttck.conformance.cli;

import org.jspecify.annotations.NullMarked;
