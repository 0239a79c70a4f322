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

  private final RuleBook rules;
  private final Set<String> met = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private Lint lint = Lint.start();
  private JournalTape tape = new JournalTape();

  public LintingCritic() {
    this(Corpora.bundled().rules());
  }

  private LintingCritic(RuleBook rules) {
    this.rules = rules;
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
    Map<String, List<Rule>> chapters =
        rules.rules().stream()
            .collect(Collectors.groupingBy(Rule::chapter, LinkedHashMap::new, Collectors.toList()));
    return chapters.entrySet().stream()
        .map(it -> chapter(it.getKey(), it.getValue()))
        .filter(it -> it.readable() > 0)
        .sorted(Comparator.comparing((Chapter it) -> it.broken() == 0))
        .toList();
  }

  private Chapter chapter(String title, List<Rule> all) {
    List<String> ids = all.stream().map(Rule::id).filter(READABLE::contains).toList();
    return new Chapter(title, all.size(), ids.size(), count(ids, met), count(ids, broken));
  }

  private static int count(List<String> ids, Set<String> among) {
    return (int) ids.stream().filter(among::contains).count();
  }
}
