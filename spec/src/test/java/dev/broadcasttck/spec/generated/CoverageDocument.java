package dev.broadcasttck.spec.generated;

import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.Locale;
import java.util.stream.Collectors;

/** The coverage of a document as a page of Markdown, with the rules and what proves them. */
final class CoverageDocument {
  private final Coverage coverage;
  private final Corpus corpus;
  private final StringBuilder page = new StringBuilder();

  private CoverageDocument(Coverage coverage, Corpus corpus) {
    this.coverage = coverage;
    this.corpus = corpus;
  }

  static String of(Coverage coverage, Corpus corpus, String source) {
    return new CoverageDocument(coverage, corpus).markdown(source);
  }

  private String markdown(String source) {
    long excused = coverage.items().stream().filter(item -> item.excuse().isPresent()).count();
    line("# Coverage: " + coverage.document());
    line("");
    line("Generated from `" + source + "` and the rule book; do not edit.");
    line("");
    line(
        "Of %d statements and snippets, restated in our own words, %d have rules, %d an excuse."
            .formatted(coverage.items().size(), coverage.items().size() - excused, excused));
    coverage.sections().forEach(this::section);
    line("");
    line("## The rules");
    corpus.rules().rules().stream().filter(this::isCited).forEach(this::rule);
    return page.toString();
  }

  private void section(Coverage.Section section) {
    line("");
    line("## " + section.title());
    line("");
    line("| variant | what it says | rules |");
    line("| --- | --- | --- |");
    for (Coverage.Item item : section.items()) {
      String says = item.says() + item.note().map(note -> "<br>*" + note + "*").orElse("");
      line(
          "| %s | %s | %s |"
              .formatted(item.variant().orElse("all"), cell(says), cell(standing(item))));
    }
  }

  private static String standing(Coverage.Item item) {
    return item.excuse()
        .map(excuse -> "none: " + excuse)
        .orElseGet(
            () ->
                item.rules().stream()
                    .map(id -> "[%s](#%s)".formatted(id, id.toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", ")));
  }

  private void rule(Rule rule) {
    line("");
    line("### " + rule.id());
    line("");
    line("%s %s *Binds: %s.*".formatted(rule.level(), rule.text(), parties(rule)));
    line("");
    rule.untestable().ifPresent(reason -> line("- no scenario: " + reason));
    corpus.scenarios().stream()
        .filter(scenario -> scenario.proves().contains(rule.id()))
        .forEach(scenario -> line("- `%s` (%s)".formatted(scenario.id(), variants(scenario))));
  }

  private boolean isCited(Rule rule) {
    return coverage.items().stream().anyMatch(item -> item.rules().contains(rule.id()));
  }

  private static String parties(Rule rule) {
    return rule.binds().stream()
        .map(party -> party.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }

  private static String variants(Scenario scenario) {
    return scenario.variants().stream().map(Variant::toString).collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
