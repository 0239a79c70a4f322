package dev.broadcasttck.spec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.rule.Level;
import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.rule.Rule;
import dev.broadcasttck.spec.rule.RuleBook;
import dev.broadcasttck.spec.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdListTest {
  private static final IdList LIST = IdList.read("SELF-1 No echo.\nACK-1 A reply.\n");

  @Test
  void rulesThatKeepTheirIdsAndSentencesAreFine() {
    assertThat(LIST.complaints(book(rule("ACK-1", "A reply."), rule("SELF-1", "No echo."))))
        .isEmpty();
  }

  @Test
  void anIdThatVanishesIsMissed() {
    assertThat(LIST.complaints(book(rule("SELF-1", "No echo."))))
        .containsExactly(
            "`ACK-1` is gone: a rule keeps its id, and a renamed one has it among its aliases");
  }

  @Test
  void aRenamedRuleKeepsItsOldIdAsAnAlias() {
    assertThat(
            LIST.complaints(book(rule("SELF-1", "No echo."), rule("ACK-9", "A reply.", "ACK-1"))))
        .isEmpty();
  }

  @Test
  void anIdThatMeansSomethingElseIsNoticed() {
    assertThat(LIST.complaints(book(rule("SELF-1", "An echo."), rule("ACK-1", "A reply."))))
        .containsExactly(
            "`SELF-1` said: No echo. If it means something else now, it needs a new id; if only"
                + " the words changed, change its line in ids.txt too");
  }

  @Test
  void anIdIsNotGivenAwayTwice() {
    assertThat(
            LIST.complaints(book(rule("SELF-1", "No echo."), rule("ACK-1", "A reply.", "SELF-1"))))
        .contains("`SELF-1` names more than one rule");
  }

  @Test
  void newIdsStandBehindTheOthersWhereverTheirRulesStand() {
    assertThat(
            LIST.appended(
                book(rule("SMOKE-1", "It works."), rule("SELF-1", "No echo."), rule("ACK-1", "."))))
        .isEqualTo("SELF-1 No echo.\nACK-1 A reply.\nSMOKE-1 It works.\n");
  }

  private static RuleBook book(Rule... rules) {
    return new RuleBook(List.of(rules));
  }

  private static Rule rule(String id, String text, String... aliases) {
    return new Rule(
        id,
        List.of(aliases),
        "A chapter",
        Level.SHOULD,
        Set.of(Party.SERVER),
        text,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Location("rules.yaml", 1, 1));
  }
}
