package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.Account;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Sent;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;

/** What an actor's listeners hear, and what they must not. */
final class Hearing {
  private Hearing() {}

  static Reaction receives(Stage stage, Role role, Step step) throws InterruptedException {
    Expectation expected = Expectation.of(stage, role, step);
    int times = Arguments.of(step, "message").number("times", 1);
    for (int heard = 0; heard < times; heard++) {
      Reaction reaction = receives(stage, expected);
      if (!(reaction instanceof Held)) {
        return reaction;
      }
    }
    return new Held(
        "%s heard it %s".formatted(role.name(), times == 1 ? "once" : times + " times"));
  }

  static Reaction receivesOnce(Stage stage, Role role, Step step) throws InterruptedException {
    Expectation expected = Expectation.of(stage, role, step);
    Reaction first = receives(stage, expected);
    return first instanceof Held ? andNoMore(stage, role, step, expected, 1) : first;
  }

  static Reaction neverReceives(Stage stage, Role role, Step step) throws InterruptedException {
    return andNoMore(stage, role, step, Expectation.of(stage, role, step), 0);
  }

  private static Reaction receives(Stage stage, Expectation expected) throws InterruptedException {
    Account account = stage.account();
    Optional<Entry> heard =
        stage.tape().await(entries -> expected.open(entries, account), stage.budgets().mustCome());
    heard.ifPresent(account::explain);
    return Reaction.heldIf(
        heard.map(Account::inWords),
        expected.inWords(),
        () -> otherwise(stage, expected, stage.tape().entries()));
  }

  private static Reaction andNoMore(
      Stage stage, Role role, Step step, Expectation expected, int allowed)
      throws InterruptedException {
    Sent forbidden = stage.sent(Arguments.of(step, "message").text("message"));
    Part watched = expected.part().orElseGet(() -> role.partFor(forbidden));
    return Forbidden.prove(
        stage, step, watched, forbidden, new Copies(stage, watched, expected, allowed));
  }

  /** What came in its place, which tells most about why it did not come. */
  private static String otherwise(Stage stage, Expectation expected, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(expected.actor()))
        .filter(entry -> expected.isOtherMessage(entry) && stage.account().isOpen(entry))
        .findFirst()
        .map(Account::inWords)
        .orElse("nothing was heard within " + stage.budgets().mustCome().toMillis() + " ms");
  }
}
