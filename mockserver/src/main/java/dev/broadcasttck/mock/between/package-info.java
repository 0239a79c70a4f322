/**
 * The faults put between somebody's client and somebody's server: what either says goes on unless a
 * fault that is on does otherwise.
 */
@NullMarked
package dev.broadcasttck.mock.between;

import org.jspecify.annotations.NullMarked;
