@NullMarked
package dev.broadcasttck.conformance.sdk;

import org.jspecify.annotations.NullMarked;
