package dev.broadcasttck.spec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private final Corpus corpus = Corpora.bundled();

  @Test
  void everyCheckIsOnTheList() throws IOException {
    new GeneratedFile(Path.of("inventory.txt"), Inventory.of(corpus)).inspect();
  }

  @Test
  void aScenarioMoreOrLessLeavesAllOtherLinesAsTheyAre() {
    List<Scenario> scenarios = corpus.scenarios();
    Scenario gone = scenarios.get(scenarios.size() / 2);
    Corpus fewer =
        new Corpus(corpus.rules(), scenarios.stream().filter(it -> !it.equals(gone)).toList());

    List<String> all = Inventory.of(corpus).lines().toList();
    assertThat(Inventory.of(fewer).lines().toList())
        .isEqualTo(all.stream().filter(line -> !line.contains(" " + gone.id() + " | ")).toList());
  }
}
