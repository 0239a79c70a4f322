/**
 * What a test may see of a server and have it do otherwise: journal, live sockets, interventions.
 */
@NullMarked
package dev.broadcasttck.mock.script;

import org.jspecify.annotations.NullMarked;
