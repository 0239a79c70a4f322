package dev.broadcasttck.conformance.verb;

import dev.broadcasttck.conformance.barrier.Route;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.RequestLost;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.ResponseReceived;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.scenario.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a client holds on to: sockets, and requests under way. */
final class Holding {
  private Holding() {}

  static Reaction opensNoSocket(Stage stage, Role role, Step step) throws InterruptedException {
    return new Abstention(
            stage,
            step,
            1,
            stage.tape().elapsed(),
            entries -> first(entries, role, SocketOpening.class),
            role.name() + " opens no socket",
            socket -> "it opened one",
            new Route(Barrier.OWN_ACT, () -> requested(stage, role)))
        .prove();
  }

  private static Reaction requested(Stage stage, Role role) throws InterruptedException {
    return stage
            .tape()
            .await(
                entries -> first(entries, role, ResponseReceived.class), stage.budgets().mustCome())
            .isPresent()
        ? Reaction.HELD
        : new Unproven("an answered request in the socket's place", "there was none");
  }

  private static Optional<Entry> first(
      List<Entry> entries, Role role, Class<? extends Happening> kind) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(role.name()) && kind.isInstance(entry.what()))
        .findFirst();
  }

  static Reaction holdsNothing(Stage stage, Role role, Step step) throws InterruptedException {
    Optional<String> evidence =
        stage
            .tape()
            .await(
                entries ->
                    held(entries, role).isEmpty()
                        ? Optional.of(role.name() + " holds no socket and no request")
                        : Optional.empty(),
                stage.budgets().mustCome());
    return Reaction.heldIf(
        evidence,
        role.name() + " holds no socket and no request",
        () -> "still open: " + String.join(", ", held(stage.tape().entries(), role)));
  }

  private static Set<String> held(List<Entry> entries, Role role) {
    Set<String> held = new LinkedHashSet<>();
    entries.stream()
        .filter(entry -> entry.actor().equals(role.name()))
        .forEach(entry -> account(entry.what(), held));
    return held;
  }

  private static void account(Happening what, Set<String> held) {
    if (what instanceof SocketOpening opening) {
      held.add(opening.socket());
    } else if (what instanceof SocketClosed closed) {
      held.remove(closed.socket());
    } else if (what instanceof SocketLost lost) {
      held.remove(lost.socket());
    } else if (what instanceof SocketRefused refused) {
      held.remove(refused.socket());
    } else if (what instanceof RequestSent request) {
      held.add(request.call());
    } else if (what instanceof ResponseReceived response) {
      held.remove(response.call());
    } else if (what instanceof RequestLost lost) {
      held.remove(lost.call());
    }
  }
}
