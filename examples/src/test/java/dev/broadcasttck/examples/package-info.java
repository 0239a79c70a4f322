/** Tests of apps, as their developers write them; the documents show pieces of them. */
@NullMarked
package dev.broadcasttck.examples;

import org.jspecify.annotations.NullMarked;
