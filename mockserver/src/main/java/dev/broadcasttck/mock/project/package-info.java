@NullMarked
package dev.broadcasttck.mock.project;

import org.jspecify.annotations.NullMarked;
