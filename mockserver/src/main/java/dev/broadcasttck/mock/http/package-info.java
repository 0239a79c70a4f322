@NullMarked
package dev.broadcasttck.mock.http;

import org.jspecify.annotations.NullMarked;
