package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.match.JsonPattern;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import java.util.ArrayList;
import java.util.List;

/**
 * Broadcasts that were sent again, to see more than once that they do not get where they must not.
 * Whoever heard the first may hear the others. Used by one thread.
 */
public final class Repeats {
  private record Repeat(Sent first, Sent again) {}

  private final List<Repeat> repeats = new ArrayList<>();

  void add(Sent first, Sent again) {
    repeats.add(new Repeat(first, again));
  }

  /** Whether a line is such a broadcast, at a listener that heard the first too. */
  public boolean explain(Entry entry, List<Entry> entries) {
    return entry.what() instanceof MessageHeard heard
        && repeats.stream()
            .filter(repeat -> isCopy(repeat.again(), heard))
            .anyMatch(repeat -> heardFirst(repeat.first(), entry.actor(), heard, entries));
  }

  private static boolean heardFirst(
      Sent first, String actor, MessageHeard heard, List<Entry> entries) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.actor().equals(actor)
                    && entry.what() instanceof MessageHeard it
                    && it.channel().equals(heard.channel())
                    && it.listener().equals(heard.listener())
                    && isCopy(first, it));
  }

  private static boolean isCopy(Sent sent, MessageHeard heard) {
    return heard.event().equals(sent.event())
        && JsonPattern.literal(sent.payload()).matches(heard.payload());
  }
}
