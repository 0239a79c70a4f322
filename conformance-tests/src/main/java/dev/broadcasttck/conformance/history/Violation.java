package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;

/**
 * A place in a conversation where the server broke a rule.
 *
 * @param rule the rule's id
 * @param where the entry that shows it
 * @param expected in words
 * @param actual in words
 */
public record Violation(String rule, Entry where, String expected, String actual) {}
