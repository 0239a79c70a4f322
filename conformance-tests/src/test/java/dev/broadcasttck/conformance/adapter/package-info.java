@NullMarked
package dev.broadcasttck.conformance.adapter;

import org.jspecify.annotations.NullMarked;
