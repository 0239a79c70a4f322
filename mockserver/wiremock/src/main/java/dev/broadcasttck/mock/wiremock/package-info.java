/** WireMock as the mock's neighbour: the rest of a project's API, stubbed under the same URL. */
@NullMarked
package dev.broadcasttck.mock.wiremock;

import org.jspecify.annotations.NullMarked;
