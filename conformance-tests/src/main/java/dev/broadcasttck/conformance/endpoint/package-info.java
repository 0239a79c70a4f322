@NullMarked
package dev.broadcasttck.conformance.endpoint;

import org.jspecify.annotations.NullMarked;
