package dev.broadcasttck.conformance.tape;

import java.time.Duration;

/**
 * A look that somebody took at a tape.
 *
 * @param length how many lines it had
 * @param at when, on the tape's clock
 */
public record Glance(int length, Duration at) {}
