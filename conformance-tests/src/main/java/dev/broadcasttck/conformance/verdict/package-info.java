@NullMarked
package dev.broadcasttck.conformance.verdict;

import org.jspecify.annotations.NullMarked;
