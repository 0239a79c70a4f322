package dev.broadcasttck.conformance.adapter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last lines that an adapter wrote to its standard error. */
public final class Stderr {
  private static final int LINES = 400;
  private static final int LINE_LENGTH = 2_000;

  private final Deque<String> lines = new ArrayDeque<>();
  private int written;

  synchronized void add(String line) {
    lines.addLast(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line);
    written++;
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }

  /** How many lines have been written, those that are forgotten included. */
  public synchronized int written() {
    return written;
  }

  /** Those lines after the first {@code seen} that are still known, oldest first. */
  public synchronized List<String> since(int seen) {
    int forgotten = written - lines.size();
    return lines.stream().skip(Math.max(0, seen - forgotten)).toList();
  }

  /** The last line that says anything. */
  public Optional<String> lastWords() {
    return since(0).stream()
        .filter(line -> !line.isBlank())
        .reduce((earlier, later) -> later)
        .map(String::strip);
  }
}
