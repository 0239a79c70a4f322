package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.wire.Redaction;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whom a relay tells what passes through it.
 *
 * @param tap told by the relay's thread, before what it is told of goes on
 * @param redaction of what it is told
 * @param numbered counts sockets and requests, whose names are unique where it is shared
 */
public record WireWatch(WireTap tap, Redaction redaction, AtomicInteger numbered) {}
