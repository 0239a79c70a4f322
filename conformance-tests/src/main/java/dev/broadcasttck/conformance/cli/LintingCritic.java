package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.lint.Finding;
import dev.broadcasttck.conformance.lint.Lint;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.mock.critic.Chapter;
import dev.broadcasttck.mock.critic.Critic;
import dev.broadcasttck.mock.critic.Remark;
import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lint as the mock's critic. */
public final class LintingCritic implements Critic {
  private static final Set<String> READABLE = Lint.readable();

  /**
   * A chapter of the rules.
   *
   * @param all how many rules it has
   * @param ids those of them that can be read from a journal
   */
  private record Section(String title, int all, List<String> ids) {}

  private final RuleBook rules;
  private final List<Section> sections;
  private final Set<String> met = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private Lint lint = Lint.start();
  private JournalTape tape = new JournalTape();

  public LintingCritic() {
    this(Corpora.bundledRules());
  }

  private LintingCritic(RuleBook rules) {
    this.rules = rules;
    this.sections = sections(rules);
  }

  @Override
  public List<Remark> read(Entry entry, Duration at) {
    Optional<Happening> what = tape.happening(entry.event());
    return what.stream()
        .flatMap(
            it ->
                lint
                    .read(
                        new dev.broadcasttck.conformance.tape.Entry(entry.number(), at, "mock", it))
                    .stream())
        .map(this::remark)
        .toList();
  }

  private Remark remark(Violation violation) {
    Finding found = Finding.of(violation, rules);
    broken.add(found.id());
    return new Remark(
        found.id(),
        found.rule().level().name(),
        found.whom(),
        found.rule().text(),
        found.expected(),
        found.actual());
  }

  @Override
  public void loseThread() {
    met.addAll(lint.met());
    lint = Lint.start();
    tape = new JournalTape();
  }

  @Override
  public List<Chapter> chapters() {
    met.addAll(lint.met());
    return sections.stream()
        .map(it -> new Chapter(it.title(), it.all(), it.ids().size(), of(it, met), of(it, broken)))
        .sorted(Comparator.comparing((Chapter it) -> it.broken() == 0))
        .toList();
  }

  private static List<Section> sections(RuleBook rules) {
    Map<String, List<Rule>> chapters =
        rules.rules().stream()
            .collect(Collectors.groupingBy(Rule::chapter, LinkedHashMap::new, Collectors.toList()));
    return chapters.entrySet().stream()
        .map(it -> section(it.getKey(), it.getValue()))
        .filter(it -> !it.ids().isEmpty())
        .toList();
  }

  private static Section section(String title, List<Rule> all) {
    List<String> ids = all.stream().map(Rule::id).filter(READABLE::contains).toList();
    return new Section(title, all.size(), ids);
  }

  private static int of(Section section, Set<String> among) {
    return (int) section.ids().stream().filter(among::contains).count();
  }
}
