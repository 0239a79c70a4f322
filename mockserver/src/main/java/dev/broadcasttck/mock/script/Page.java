package dev.broadcasttck.mock.script;

import java.util.List;

/**
 * Some lines of a journal.
 *
 * @param oldest the first number that is still kept
 * @param next the number from which on the next page begins
 * @param more whether there is something on it already
 */
public record Page(List<Entry> entries, int oldest, int next, boolean more) {
  public Page {
    entries = List.copyOf(entries);
  }
}
