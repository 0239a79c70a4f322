package dev.broadcasttck.mock.script;

import java.time.Instant;

/**
 * A line of the journal.
 *
 * @param number its place, from 0
 * @param at by the mock's clock
 */
public record Entry(int number, Instant at, Event event) {}
