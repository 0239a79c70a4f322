package dev.broadcasttck.spec.generated;

import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.Source;
import dev.broadcasttck.spec.scenario.Scenario;
import dev.broadcasttck.spec.scenario.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The rule book as a page of Markdown: what must hold, where that comes from, what proves it. */
final class RulesDocument {
  private static final double WHOLE = 100.0;

  private final Corpus corpus;
  private final StringBuilder page = new StringBuilder();

  private RulesDocument(Corpus corpus) {
    this.corpus = corpus;
  }

  static String of(Corpus corpus) {
    return new RulesDocument(corpus).markdown();
  }

  private String markdown() {
    line("# Rules");
    line("");
    line("Generated from `spec/rules` and `spec/scenarios`; do not edit.");
    line("");
    line("MUST: the public documentation promises it. SHOULD: the real server does it and clients");
    line(
        "rely on it. MAY: allowed, and worth knowing. OBSERVED: what one implementation happens to");
    line("do; never held against anyone. An id is never changed nor given away again.");
    totals();
    chapters().forEach(this::chapter);
    return page.toString();
  }

  private void totals() {
    line("");
    line("| rules | all | MUST | SHOULD | MAY | OBSERVED | proven | untestable | accounted for |");
    line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    total("that bind servers", binding(Party.SERVER));
    total("that bind clients", binding(Party.CLIENT));
    total("all", corpus.rules().rules());
    line("");
    line(
        "%d scenarios, played in %d variants, prove them."
            .formatted(
                corpus.scenarios().size(),
                corpus.scenarios().stream().mapToInt(s -> s.variants().size()).sum()));
  }

  private void total(String title, List<Rule> rules) {
    String levels =
        Arrays.stream(Level.values())
            .map(level -> String.valueOf(count(rules, rule -> rule.level() == level)))
            .collect(Collectors.joining(" | "));
    line(
        "| %s | %d | %s | %s | %s | %s |"
            .formatted(
                title,
                rules.size(),
                levels,
                share(rules, this::isProven),
                share(rules, rule -> rule.untestable().isPresent()),
                share(rules, rule -> isProven(rule) || rule.untestable().isPresent())));
  }

  private void chapter(String title) {
    line("");
    line("## " + title);
    line("");
    line("| rule | level | binds | what must hold | source | proofs |");
    line("| --- | --- | --- | --- | --- | --- |");
    corpus.rules().rules().stream().filter(rule -> rule.chapter().equals(title)).forEach(this::row);
  }

  private void row(Rule rule) {
    String since = rule.since().map(version -> " *Since " + version + ".*").orElse("");
    line(
        "| <a id=\"%s\"></a>%s | %s | %s | %s | %s | %s |"
            .formatted(
                rule.id().toLowerCase(Locale.ROOT),
                rule.id(),
                rule.level(),
                parties(rule),
                cell(rule.text() + since),
                cell(rule.sources().stream().map(Source::toString).collect(lines())),
                cell(proofs(rule))));
  }

  private String proofs(Rule rule) {
    return rule.untestable()
        .map(reason -> "untestable: " + reason)
        .orElseGet(
            () ->
                corpus.scenarios().stream()
                    .filter(scenario -> scenario.proves().contains(rule.id()))
                    .map(RulesDocument::proof)
                    .collect(lines()));
  }

  private static String proof(Scenario scenario) {
    return "`%s` (%s)"
        .formatted(
            scenario.id(),
            scenario.variants().stream().map(Variant::toString).collect(Collectors.joining(", ")));
  }

  private boolean isProven(Rule rule) {
    return corpus.scenarios().stream().anyMatch(scenario -> scenario.proves().contains(rule.id()));
  }

  private List<Rule> binding(Party party) {
    return corpus.rules().rules().stream().filter(rule -> rule.binds().contains(party)).toList();
  }

  private List<String> chapters() {
    return corpus.rules().rules().stream().map(Rule::chapter).distinct().toList();
  }

  private static String parties(Rule rule) {
    return rule.binds().stream()
        .map(party -> party.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String share(List<Rule> rules, Predicate<Rule> which) {
    double percent = rules.isEmpty() ? WHOLE : WHOLE * count(rules, which) / rules.size();
    return String.format(Locale.ROOT, "%.1f %%", percent);
  }

  private static long count(List<Rule> rules, Predicate<Rule> which) {
    return rules.stream().filter(which).count();
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("<br>");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
