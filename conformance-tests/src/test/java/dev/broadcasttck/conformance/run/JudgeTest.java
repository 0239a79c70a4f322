package dev.broadcasttck.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Moot;
import dev.broadcasttck.conformance.stage.Reaction.Offence;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.scenario.Step;
import dev.broadcasttck.spec.source.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class JudgeTest {
  private static final Broken BROKEN = new Broken("it rains", "it shines");

  @Test
  void aBrokenClaimFails() {
    assertThat(verdict(Level.MUST, step("receives", false), BROKEN)).contains(Verdict.FAILED);
    assertThat(verdict(Level.SHOULD, step("receives", false), BROKEN)).contains(Verdict.FAILED);
  }

  @Test
  void whatBindsNobodyIsNeverHeldAgainstAnybody() {
    assertThat(verdict(Level.OBSERVED, step("receives", false), BROKEN))
        .contains(Verdict.NOT_APPLICABLE);
    assertThat(verdict(Level.MAY, step("receives", false), BROKEN))
        .contains(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aBrokenControlShowsNothing() {
    assertThat(verdict(Level.MUST, step("receives", true), BROKEN)).contains(Verdict.INCONCLUSIVE);
  }

  @Test
  void aPreparationThatFailsShowsNothing() {
    assertThat(verdict(Level.MUST, step("join", false), BROKEN)).contains(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatCannotBeFoundOutIsInconclusive() {
    assertThat(verdict(Level.MUST, step("never-receives", false), new Unproven("a", "b")))
        .contains(Verdict.INCONCLUSIVE);
  }

  @Test
  void anOffenceFailsWhateverTheStepIsAbout() {
    Offence offence = new Offence("it rains", "it burns");

    assertThat(verdict(Level.MUST, step("join", false), offence)).contains(Verdict.FAILED);
    assertThat(verdict(Level.MUST, step("receives", true), offence)).contains(Verdict.FAILED);
    assertThat(verdict(Level.MAY, step("join", false), offence)).contains(Verdict.NOT_APPLICABLE);
  }

  @Test
  void whoTakesAWayThatIsOpenToItIsAskedNoMore() {
    assertThat(verdict(Level.MUST, step("subscribe", false), new Moot("it joins", "it throws")))
        .contains(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aRulingSaysWhereAndWhatWasExpected() {
    Finding finding = new Finding(new Location("self.yaml", 7, 3), "it rains", "it shines");
    List<Reaction> reactions =
        List.of(
            BROKEN,
            new Offence("it rains", "it shines"),
            new Unproven("it rains", "it shines"),
            new Moot("it rains", "it shines"));

    assertThat(reactions)
        .allSatisfy(
            reaction ->
                assertThat(
                        new Judge(Level.MUST, "behaviour").weigh(step("receives", false), reaction))
                    .map(Judge.Ruling::finding)
                    .contains(finding));
  }

  @Test
  void anAnswerOfTheScriptedServerIsAPreparationAndOneToACallerAClaim() {
    Step answers = step("answers", false);

    assertThat(new Judge(Level.MUST, "client").weigh(answers, BROKEN).map(Judge.Ruling::verdict))
        .contains(Verdict.INCONCLUSIVE);
    assertThat(new Judge(Level.MUST, "server").weigh(answers, BROKEN).map(Judge.Ruling::verdict))
        .contains(Verdict.FAILED);
  }

  @Test
  void onlyWhatHeldAndSaysSomethingIsEvidence() {
    assertThat(Judge.evidence(new Held("seen twice"))).contains("seen twice");
    assertThat(Judge.evidence(new Held(""))).isEmpty();
    assertThat(Judge.evidence(BROKEN)).isEmpty();
  }

  @Test
  void whatHeldNeedsNoRuling() {
    assertThat(verdict(Level.MUST, step("receives", false), Reaction.HELD)).isEmpty();
  }

  private static Optional<Verdict> verdict(Level level, Step step, Reaction reaction) {
    return new Judge(level, "behaviour").weigh(step, reaction).map(Judge.Ruling::verdict);
  }

  private static Step step(String verb, boolean control) {
    return new Step(
        "bob",
        verb,
        JsonNodeFactory.instance.objectNode(),
        Optional.empty(),
        control,
        new Location("self.yaml", 7, 3));
  }
}
