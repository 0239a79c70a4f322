package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.stage.Trail;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import dev.broadcasttck.spec.scenario.Step;
import java.util.List;
import java.util.Optional;

/** How a channel ends, and what it says of it. */
final class Leaving {
  private static final String CLOSED = "CLOSED";

  private Leaving() {}

  static Reaction unsubscribe(Stage stage, Role role, Step step) throws InterruptedException {
    Part part = part(role, step);
    boolean wasSubscribed = part.subscribed().get();
    int before = stage.tape().entries().size();
    left(stage, part);
    part.channel().unsubscribe();
    Reaction said = said(stage, part, CLOSED);
    if (wasSubscribed) {
      // Some clients say so before the server knows; what is sent now could still arrive.
      stage.tape().await(entries -> leaveReply(entries, part, before), stage.budgets().mustCome());
    }
    return said;
  }

  static Reaction remove(Stage stage, Role role, Step step) {
    Part part = part(role, step);
    left(stage, part);
    part.channel().remove();
    return Reaction.HELD;
  }

  static Reaction disconnect(Stage stage, Role role, Step step) throws InterruptedException {
    role.parts().forEach(part -> left(stage, part));
    role.client().disconnect();
    return Holding.holdsNothing(stage, role, step);
  }

  static Reaction reports(Stage stage, Role role, Step step) throws InterruptedException {
    Arguments arguments = Arguments.of(step, "status");
    return said(stage, role.part(arguments.optionalText("on")), arguments.text("status"));
  }

  private static void left(Stage stage, Part part) {
    part.subscribed().set(false);
    stage.settle(part);
  }

  private static Part part(Role role, Step step) {
    return role.part(Arguments.of(step, "on").optionalText("on"));
  }

  private static Optional<Entry> leaveReply(List<Entry> entries, Part part, int before) {
    return entries.stream()
        .skip(before)
        .filter(entry -> entry.actor().equals(part.actor()))
        .filter(entry -> Trail.isPush(entry, part, "phx_leave"))
        .findFirst()
        .flatMap(leave -> Trail.reply(entries, leave));
  }

  private static Reaction said(Stage stage, Part part, String status) throws InterruptedException {
    Optional<String> evidence =
        stage.tape().await(entries -> says(entries, part, status), stage.budgets().mustCome());
    return Reaction.heldIf(
        evidence,
        "%s's channel '%s' reports %s".formatted(part.actor(), part.handle(), status),
        () -> "it did not");
  }

  private static Optional<String> says(List<Entry> entries, Part part, String status) {
    StatusSaid wanted = new StatusSaid(part.handle(), status);
    return entries.stream()
        .filter(entry -> entry.actor().equals(part.actor()) && entry.what().equals(wanted))
        .findFirst()
        .map(entry -> "%s reported %s".formatted(part.actor(), status));
  }
}
