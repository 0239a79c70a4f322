package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;

/**
 * How a client is made.
 *
 * @param endpoint where it connects to, and with which key
 * @param vsn the protocol version it is to speak
 * @param encoding how it is to frame its broadcasts
 * @param timeout how long its joins and sends wait for a reply
 */
public record ClientOptions(
    Endpoint endpoint, ProtocolVersion vsn, Encoding encoding, Duration timeout) {}
