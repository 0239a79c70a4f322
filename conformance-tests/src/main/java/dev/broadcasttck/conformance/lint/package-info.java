/** What live traffic shows of clients and servers that break the rules. */
@NullMarked
package dev.broadcasttck.conformance.lint;

import org.jspecify.annotations.NullMarked;
