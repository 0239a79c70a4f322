package dev.broadcasttck.conformance.tape;

import java.time.Duration;

/**
 * A line of a tape.
 *
 * @param number the place on the tape, from 0; orders everything that happened in one scenario
 * @param at since the tape began
 * @param actor whom it happened to
 * @param what it was
 */
public record Entry(int number, Duration at, String actor, Happening what) {}
