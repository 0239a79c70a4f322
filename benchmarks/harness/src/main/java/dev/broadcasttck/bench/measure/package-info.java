/** What is measured, and how. */
@NullMarked
package dev.broadcasttck.bench.measure;

import org.jspecify.annotations.NullMarked;
