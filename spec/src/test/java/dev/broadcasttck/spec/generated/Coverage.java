package dev.broadcasttck.spec.generated;

import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.TextFile;
import dev.broadcasttck.spec.source.YamlDocument;
import dev.broadcasttck.spec.source.YamlSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a public document says, statement by statement, and which rules stand for it.
 *
 * @param document its name, as rules cite it
 * @param sections in its order
 */
record Coverage(String document, List<Section> sections) {

  /** A section of the document. */
  record Section(String title, List<Item> items) {}

  /**
   * A statement or a snippet.
   *
   * @param variant the language of a snippet, empty for what all share
   * @param says in our own words
   * @param rules those that stand for it
   * @param excuse why none does
   * @param note how a contradiction is read
   */
  record Item(
      Optional<String> variant,
      String says,
      List<String> rules,
      Optional<String> excuse,
      Optional<String> note,
      Location location) {}

  /** Reads a file, and refuses it where a statement has neither rule nor excuse. */
  static Coverage read(Path file, RuleBook rules) {
    Problems problems = new Problems();
    String text = TextFile.read(file, problems);
    YamlDocument document = YamlSource.read(file.toString(), text, problems).get(0);
    SchemaCheck.named("coverage.schema.json").accepts(document, problems);
    problems.refuseAny();
    Coverage coverage = of(document);
    coverage.items().forEach(item -> review(item, rules, problems));
    problems.refuseAny();
    return coverage;
  }

  List<Item> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }

  private static Coverage of(YamlDocument document) {
    Row root = new Row(document.root());
    List<Row> sections = root.rows("sections");
    return new Coverage(
        root.word("document"),
        IntStream.range(0, sections.size())
            .mapToObj(i -> section(sections.get(i), document, "/sections/" + i))
            .toList());
  }

  private static Section section(Row row, YamlDocument document, String pointer) {
    List<Row> items = row.rows("items");
    return new Section(
        row.word("title"),
        IntStream.range(0, items.size())
            .mapToObj(i -> item(items.get(i), document.at(pointer + "/items/" + i)))
            .toList());
  }

  private static Item item(Row row, Location location) {
    return new Item(
        row.text("variant"),
        row.word("says"),
        row.words("rules"),
        row.text("excuse"),
        row.text("note"),
        location);
  }

  private static void review(Item item, RuleBook rules, Problems problems) {
    if (item.rules().isEmpty() == item.excuse().isEmpty()) {
      problems.add(item.location(), "a statement has either `rules` or an `excuse`");
    }
    item.rules().stream()
        .filter(id -> rules.rule(id).isEmpty())
        .forEach(id -> problems.add(item.location(), "there is no rule `" + id + "`"));
  }
}
