/** The admin API of a mock that runs: what came and went, who is there, and how to disturb it. */
@NullMarked
package dev.broadcasttck.mock.admin;

import org.jspecify.annotations.NullMarked;
