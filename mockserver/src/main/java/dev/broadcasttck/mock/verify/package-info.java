/** What a test asks a mock: whether clients sent what they should have. */
@NullMarked
package dev.broadcasttck.mock.verify;

import org.jspecify.annotations.NullMarked;
