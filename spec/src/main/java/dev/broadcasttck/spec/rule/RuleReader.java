package dev.broadcasttck.spec.rule;

import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.YamlDocument;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns a document that has the shape of {@code rules.schema.json} into rules. */
public final class RuleReader {
  private RuleReader() {}

  /** Reads the rules of one chapter. */
  public static List<Rule> read(YamlDocument document) {
    Row chapter = new Row(document.root());
    List<Row> rows = chapter.rows("rules");
    return IntStream.range(0, rows.size())
        .mapToObj(i -> rule(chapter.word("chapter"), rows.get(i), document.at("/rules/" + i)))
        .toList();
  }

  private static Rule rule(String chapter, Row row, Location location) {
    return new Rule(
        row.word("id"),
        row.words("aliases"),
        chapter,
        Level.valueOf(row.word("level")),
        parties(row.words("binds")),
        row.word("text"),
        row.rows("sources").stream().map(RuleReader::source).toList(),
        row.text("since"),
        row.text("capability"),
        row.text("untestable"),
        location);
  }

  private static Set<Party> parties(List<String> binds) {
    Set<Party> parties = EnumSet.noneOf(Party.class);
    binds.forEach(party -> parties.add(Party.valueOf(party.toUpperCase(Locale.ROOT))));
    return parties;
  }

  private static Source source(Row row) {
    return row.text("recording")
        .map(name -> new Source(Source.RECORDING, Optional.of(name)))
        .orElseGet(() -> new Source(row.word("document"), row.text("section")));
  }
}
