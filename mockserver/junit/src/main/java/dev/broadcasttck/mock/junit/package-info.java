/** The mock server for tests of the JUnit Platform's Jupiter. */
@NullMarked
package dev.broadcasttck.mock.junit;

import org.jspecify.annotations.NullMarked;
