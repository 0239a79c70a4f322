/** What was measured, and the document that is made of it. */
@NullMarked
package dev.broadcasttck.bench.record;

import org.jspecify.annotations.NullMarked;
