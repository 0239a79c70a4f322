package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.YamlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An entry as its author wrote it, with the comments above it.
 *
 * @param lines of the file, from the first comment to the last line before the next entry
 * @param keys where in those lines its keys stand
 */
record EntryText(List<String> lines, Map<String, Location> keys) {
  private static final String PLAIN = "[A-Za-z][\\w ./@+()'-]*";

  /** What YAML takes for something else than text. */
  private static final String NO_TEXT = "true|false|null";

  /** An entry, a line for each key. */
  static EntryText of(BaselineEntry entry, String indent) {
    List<String> lines = new ArrayList<>();
    lines.add(indent + "- pattern: " + quoted(entry.pattern().written()));
    Stream.of(
            Optional.of("kind: " + entry.kind()),
            Optional.of("reason: " + quoted(entry.reason())),
            entry.issue().map(issue -> "issue: " + quoted(issue)),
            Optional.of("owner: " + quoted(entry.owner())),
            Optional.of("expires: " + entry.expires()),
            entry.cause().map(cause -> "cause: " + quoted(cause)))
        .flatMap(Optional::stream)
        .forEach(line -> lines.add(indent + "  " + line));
    return new EntryText(lines, Map.of());
  }

  /** The same about something narrower. */
  EntryText about(Failure failure) {
    EntryText pinned = failure.cause().map(this::pinnedTo).orElse(this);
    return pinned.with("pattern", failure.pattern());
  }

  /** The same with another cause, if it has one. */
  EntryText pinnedTo(String cause) {
    return keys.containsKey("cause") ? with("cause", cause) : this;
  }

  /** Whether every key has a line of its own, so that one can be changed without the others. */
  boolean isSpreadOut() {
    return keys.values().stream().map(Location::line).distinct().count() == keys.size();
  }

  /** The same with another value, in one line. */
  private EntryText with(String key, String value) {
    Location place = Objects.requireNonNull(keys.get(key));
    int first = place.line() - 1;
    int next = afterValue(place.line());
    List<String> changed = new ArrayList<>(lines.subList(0, first));
    changed.add(lines.get(first).substring(0, place.column() - 1) + key + ": " + quoted(value));
    changed.addAll(lines.subList(next, lines.size()));
    int shift = next - first - 1;
    Map<String, Location> moved = new HashMap<>();
    keys.forEach(
        (name, at) ->
            moved.put(
                name,
                at.line() <= place.line()
                    ? at
                    : new Location(at.file(), at.line() - shift, at.column())));
    return new EntryText(changed, moved);
  }

  /** Behind the last line of a value: at the next key, or at what follows the entry. */
  private int afterValue(int line) {
    Optional<Integer> nextKey =
        keys.values().stream()
            .map(Location::line)
            .filter(it -> it > line)
            .min(Comparator.naturalOrder());
    int end = nextKey.map(it -> it - 1).orElse(lines.size());
    while (end > line && lines.get(end - 1).matches("\\s*(#.*)?")) {
      end--;
    }
    return end;
  }

  static String quoted(String value) {
    return value.matches(PLAIN) && !value.matches(NO_TEXT) && !value.endsWith(" ")
        ? value
        : "'" + value.replaceAll("\\s+", " ").replace("'", "''") + "'";
  }

  /** The places of an entry's keys, counted from the first of its lines. */
  static Map<String, Location> keys(YamlDocument document, int entry, int firstLine) {
    Map<String, Location> keys = new TreeMap<>();
    String pointer = "/entries/" + entry;
    for (String key : document.root().at(pointer).propertyNames()) {
      Location at = document.at(YamlDocument.member(pointer, key));
      keys.put(key, new Location(at.file(), at.line() - firstLine + 1, at.column()));
    }
    return keys;
  }
}
