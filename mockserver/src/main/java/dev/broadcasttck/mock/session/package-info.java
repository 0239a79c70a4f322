@NullMarked
package dev.broadcasttck.mock.session;

import org.jspecify.annotations.NullMarked;
