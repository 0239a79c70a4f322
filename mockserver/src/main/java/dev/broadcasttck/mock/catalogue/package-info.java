/** The faults that there are, a class a chapter of the rules that they break. */
@NullMarked
package dev.broadcasttck.mock.catalogue;

import org.jspecify.annotations.NullMarked;
