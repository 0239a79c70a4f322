/** What may live on the mock's port beside the mock: the rest of a project's API. */
@NullMarked
package dev.broadcasttck.mock.neighbour;

import org.jspecify.annotations.NullMarked;
