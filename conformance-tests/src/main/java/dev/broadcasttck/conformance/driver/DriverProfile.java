package dev.broadcasttck.conformance.driver;

/**
 * What a driver is, and what can be observed of it.
 *
 * @param name such as {@code scripted}
 * @param version of the library that it drives
 * @param matchesAnyCase whether listeners match an event's name in any case
 * @param knowsWildcard whether a listener for {@code *} gets every event
 * @param acknowledgements whether the result of a send can be observed
 */
public record DriverProfile(
    String name,
    String version,
    boolean matchesAnyCase,
    boolean knowsWildcard,
    boolean acknowledgements) {}
