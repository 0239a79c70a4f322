package dev.broadcasttck.mock.calamity;

/**
 * What a client saw of a calamity.
 *
 * @param what in a word or two
 * @param pieces in how many the bytes came
 * @param millis how long it took
 */
record Sighting(String what, int pieces, long millis) {}
