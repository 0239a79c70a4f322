package dev.broadcasttck.conformance.stage;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which of the messages that listeners heard the script has explained. Used by one thread. */
public final class Account {
  private final BitSet explained = new BitSet();
  private final Set<JsonNode> ours = new HashSet<>();

  /** Whether an entry still waits for its explanation. */
  public boolean isOpen(Entry entry) {
    return !explained.get(entry.number());
  }

  public void explain(Entry entry) {
    explained.set(entry.number());
  }

  /** Messages with this payload are the suite's own, whichever listeners hear them, and when. */
  public void own(JsonNode payload) {
    ours.add(payload);
  }

  /** The first message heard that nothing explains. */
  public Optional<Entry> firstUnexplained(List<Entry> entries) {
    return entries.stream()
        .filter(
            entry ->
                entry.what() instanceof MessageHeard heard
                    && !ours.contains(heard.payload())
                    && isOpen(entry))
        .findFirst();
  }

  /** A message heard, in words. */
  public static String inWords(Entry entry) {
    Happening what = entry.what();
    return what instanceof MessageHeard heard
        ? "%s's listener '%s' heard event '%s' with payload %s"
            .formatted(entry.actor(), heard.listener(), heard.event(), heard.payload())
        : what.toString();
  }
}
