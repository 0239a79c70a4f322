package dev.broadcasttck.conformance.match;

import tools.jackson.core.JsonPointer;

/**
 * The first place in which a value differs from what a script expects.
 *
 * @param where in the value, as a JSON Pointer
 * @param expected in words or as JSON
 * @param actual in words or as JSON
 */
public record Mismatch(JsonPointer where, String expected, String actual) {
  @Override
  public String toString() {
    String place = where.toString().isEmpty() ? "" : " at " + where;
    return "expected " + expected + place + ", got " + actual;
  }
}
