package dev.broadcasttck.conformance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.mock.catalogue.Faults;
import dev.broadcasttck.spec.corpus.Corpora;
import dev.broadcasttck.spec.corpus.Corpus;
import dev.broadcasttck.spec.rule.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a server can get wrong is caught: each fault, and each rule on one fault at least. */
class KillMatrixTest {
  private static final Path PAGE = Path.of("..", "docs", "kill-matrix.md");
  private static final double ENOUGH_SHOULDS = 0.95;
  private static final Corpus CORPUS = Corpora.bundled();

  private static List<Result> control = List.of();
  private static List<Trial> trials = List.of();
  private static Map<String, Set<String>> whereabouts = Map.of();
  private static KillMatrix matrix = new KillMatrix(List.of(), List.of());

  @BeforeAll
  static void tryAll() throws InterruptedException {
    try (Court court = new Court(CORPUS)) {
      control = court.control();
      whereabouts = court.whereabouts();
      trials = court.hear(Mutant.servers(), Optional.of(Court.OTHERS), trial -> {});
    }
    matrix = new KillMatrix(CORPUS.rules().rules(), trials);
  }

  @Test
  void withoutAFaultAllIsGreen() {
    assertThat(control)
        .filteredOn(result -> result.verdict() != Verdict.NOT_APPLICABLE)
        .isNotEmpty()
        .allSatisfy(
            it -> assertThat(it.verdict()).as(Docket.inWords(it)).isEqualTo(Verdict.PASSED));
  }

  @Test
  void everyFaultIsActive() {
    assertThat(names(trials.stream().filter(trial -> trial.activations() == 0).toList())).isEmpty();
  }

  @Test
  void everyFaultIsCaughtUnderEachRuleThatItBreaks() {
    List<String> missed = new ArrayList<>();
    for (Trial trial : trials) {
      for (String rule : trial.escapes()) {
        missed.add(
            "%s breaks %s, but %s"
                .formatted(
                    trial.mutant().name(),
                    rule,
                    trial.proving().stream().map(Docket::inWords).toList()));
      }
    }

    assertThat(missed).isEmpty();
  }

  @Test
  void whatProvesARuleDoesNotPassOverAFaultThatShows() {
    List<String> passed = new ArrayList<>();
    for (Trial trial : trials) {
      String name = trial.mutant().name();
      if (!Excuse.isAmong(Excuse.SPARED, name)) {
        trial.missed().forEach(it -> passed.add(name + " in " + it.result().id()));
      }
    }

    assertThat(passed).isEmpty();
  }

  @Test
  void whatProvesSomethingElseIsRedForAReasonOnly() {
    List<String> unexplained = new ArrayList<>();
    for (Trial trial : trials) {
      String name = trial.mutant().name();
      trial.collateral().stream()
          .filter(it -> !it.shown() || !Excuse.isAmong(Excuse.COLLATERAL, name))
          .forEach(it -> unexplained.add(name + ": " + Docket.inWords(it.result())));
    }

    assertThat(unexplained).isEmpty();
  }

  @Test
  void noFaultBreaksTheSuite() {
    assertThat(trials.stream().flatMap(trial -> trial.stumbles().stream()).map(Docket::inWords))
        .isEmpty();
  }

  @Test
  void whatIsCaughtIsExplained() {
    assertThat(trials.stream().flatMap(Trial::failed))
        .allSatisfy(
            result ->
                assertThat(result.findings())
                    .as(result.id())
                    .isNotEmpty()
                    .noneMatch(it -> it.expected().isBlank() || it.actual().isBlank()));
  }

  @Test
  void everyFaultShowsInScenariosOfAnotherFileToo() {
    List<String> lonely =
        Faults.names().stream()
            .filter(name -> whereabouts.getOrDefault(name, Set.of()).size() < 2)
            .filter(name -> !Excuse.isAmong(Excuse.IN_ONE_FILE, name))
            .map(name -> name + " " + whereabouts.getOrDefault(name, Set.of()))
            .toList();

    assertThat(lonely).isEmpty();
  }

  @Test
  void everyMustIsCaught() {
    assertThat(matrix.missing(Level.MUST)).isEmpty();
  }

  @Test
  void nearlyEveryShouldIsCaught() {
    assertThat(matrix.rate(Level.SHOULD))
        .as("rules without a fault: %s", matrix.missing(Level.SHOULD))
        .isGreaterThanOrEqualTo(ENOUGH_SHOULDS);
  }

  @Test
  void thePageSaysSo() throws Exception {
    String page = new KillPage(matrix, Faults.excused()).text();
    if (Boolean.getBoolean("tck.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("%s is generated; run this test with -Dtck.write=true to make it anew", PAGE)
        .exists()
        .hasContent(page);
  }

  private static List<String> names(List<Trial> some) {
    return some.stream().map(trial -> trial.mutant().name()).toList();
  }
}
