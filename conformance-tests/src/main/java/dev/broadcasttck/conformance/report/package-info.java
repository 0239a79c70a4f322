@NullMarked
package dev.broadcasttck.conformance.report;

import org.jspecify.annotations.NullMarked;
