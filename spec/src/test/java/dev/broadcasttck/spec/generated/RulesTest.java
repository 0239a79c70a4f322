package dev.broadcasttck.spec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Path IDS = Path.of("rules/ids.txt");

  private final Corpus corpus = Corpora.bundled();

  @Test
  void thePageOfRulesIsUpToDate() throws IOException {
    new GeneratedFile(Path.of("../RULES.md"), RulesDocument.of(corpus)).inspect();
  }

  @Test
  void anIdStaysWithItsRuleForEver() throws IOException {
    IdList list = IdList.read(Files.readString(IDS));

    assertThat(list.complaints(corpus.rules())).isEmpty();
    new GeneratedFile(IDS, list.appended(corpus.rules())).inspect();
  }

  @Test
  void atMostATenthOfTheRulesForServersIsUntestableAndNothingThatMustHold() {
    List<Rule> rules =
        corpus.rules().rules().stream()
            .filter(rule -> rule.binds().contains(Party.SERVER))
            .toList();
    List<Rule> untestable = rules.stream().filter(rule -> rule.untestable().isPresent()).toList();

    assertThat(untestable).hasSizeLessThanOrEqualTo(rules.size() / 10);
    assertThat(untestable).noneMatch(rule -> rule.level() == Level.MUST);
  }
}
