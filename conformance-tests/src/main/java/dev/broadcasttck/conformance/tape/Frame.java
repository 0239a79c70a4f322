package dev.broadcasttck.conformance.tape;

import dev.broadcasttck.spec.protocol.Encoding;

/**
 * A WebSocket message as it was on the wire, and what it says.
 *
 * @param kind whether it was a text or a binary message
 * @param content a text message verbatim, a binary one in lower-case hexadecimal
 * @param reading what the suite's own decoder made of it
 */
public record Frame(Encoding kind, String content, Reading reading) {}
