package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;

/**
 * A frame that should not have been on the wire, or not there.
 *
 * @param rule the id of the rule that it breaks
 * @param culprit who sent it
 * @param entry the frame
 * @param expected what should have been, in words
 * @param actual what was, in words
 */
public record Violation(String rule, Culprit culprit, Entry entry, String expected, String actual) {

  /** Whose frame was wrong. */
  public enum Culprit {
    SERVER,
    OURSELVES
  }

  static Violation ofServer(String rule, Line line, String expected) {
    return new Violation(
        rule, Culprit.SERVER, line.entry(), expected, "the server sent " + line.words());
  }
}
