package dev.broadcasttck.conformance.driver;

import java.util.Set;
import java.util.TreeSet;

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
    boolean acknowledgements) {

  /** The capabilities by which scenarios ask for a driver that can show what they look at. */
  public Set<String> capabilities() {
    Set<String> capabilities = new TreeSet<>();
    capabilities.add(matchesAnyCase ? "event-match-any-case" : "event-match-exact");
    if (knowsWildcard) {
      capabilities.add("event-wildcard");
    }
    if (acknowledgements) {
      capabilities.add("ack-observable");
    }
    return capabilities;
  }
}
