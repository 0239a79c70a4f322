package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.spec.source.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A baseline as its author wrote it, taken apart into its entries.
 *
 * @param head everything before the first entry, the key {@code entries} excepted
 * @param entries in the order written
 * @param indent of the entries
 */
record BaselineText(List<String> head, List<EntryText> entries, String indent) {
  static final BaselineText EMPTY =
      new BaselineText(
          List.of("# What is known not to pass; ./tck run --baseline FILE reads it."),
          List.of(),
          "  ");

  /** Takes a file apart; where several entries share a line it is written anew before. */
  static BaselineText of(BaselineFile file) {
    BaselineText asWritten = apart(file);
    if (asWritten.isSpreadOut()) {
      return asWritten;
    }
    List<EntryText> anew =
        file.entries().stream().map(entry -> EntryText.of(entry, EMPTY.indent())).toList();
    return apart(BaselineFile.of(file.document().at("").file(), asWritten.with(anew)));
  }

  private static BaselineText apart(BaselineFile file) {
    List<String> lines = file.text().lines().toList();
    YamlDocument document = file.document();
    int key = document.at("/entries").line() - 1;
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < file.entries().size(); i++) {
      int floor = i == 0 ? key + 1 : document.at("/entries/" + (i - 1)).line();
      starts.add(withComments(lines, document.at("/entries/" + i).line() - 1, floor));
    }
    List<EntryText> entries = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int first = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
      // Several entries in one line have none for themselves.
      List<String> own = lines.subList(first, Math.max(first, end));
      entries.add(new EntryText(own, EntryText.keys(document, i, first + 1)));
    }
    Stream<String> between =
        starts.isEmpty()
            ? Stream.of()
            : lines.subList(key + 1, Math.max(key + 1, starts.get(0))).stream();
    List<String> head = Stream.concat(lines.subList(0, key).stream(), between).toList();
    return new BaselineText(head, entries, indent(lines, file));
  }

  /** Whether each entry has lines of its own, and each of its keys too. */
  private boolean isSpreadOut() {
    return entries.stream()
        .allMatch(
            entry ->
                entry.isSpreadOut()
                    && entry.lines().stream().anyMatch(it -> it.matches("\\s*- .*")));
  }

  /** The file with other entries. */
  String with(List<EntryText> others) {
    String opening = others.isEmpty() ? "entries: []" : "entries:";
    return Stream.of(
                head.stream(),
                Stream.of(opening),
                others.stream().flatMap(entry -> entry.lines().stream()))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n"))
            .stripTrailing()
        + "\n";
  }

  private static int withComments(List<String> lines, int line, int floor) {
    int first = line;
    while (first > floor && lines.get(first - 1).matches("\\s*#.*")) {
      first--;
    }
    return first;
  }

  private static String indent(List<String> lines, BaselineFile file) {
    if (file.entries().isEmpty()) {
      return EMPTY.indent();
    }
    String line = lines.get(file.entries().get(0).location().line() - 1);
    return line.substring(0, Math.max(0, line.indexOf('-')));
  }
}
