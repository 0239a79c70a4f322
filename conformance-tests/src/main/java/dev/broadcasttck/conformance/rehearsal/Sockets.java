package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Broken;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.mock.script.Treatment;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Sockets and requests as such: how they are met, how they end, how many there are. */
final class Sockets {
  private static final int CUT = 1006;

  private Sockets() {}

  static Reaction drops(Turn turn) throws InterruptedException {
    int code = turn.node().path("code").asInt(CUT);
    Optional<Boolean> isOpen =
        turn.stage()
            .tape()
            .await(
                entries ->
                    Wire.open(entries, turn.optional("to")).isEmpty()
                        ? Optional.empty()
                        : Optional.of(true),
                turn.stage().budgets().mustCome());
    return isOpen.isPresent() && turn.rehearsal().script().drop(turn.receivers(), code) > 0
        ? Reaction.HELD
        : new Unproven("a socket to drop", "no client has one open");
  }

  static Reaction refuses(Turn turn) {
    turn.rehearsal().script().refuseSockets(turn.node().path("status").asInt(503), turn.times());
    return Reaction.HELD;
  }

  static Reaction accepts(Turn turn) {
    turn.rehearsal().script().acceptSockets();
    return Reaction.HELD;
  }

  static Reaction stalls(Turn turn) {
    turn.rehearsal().script().treatSockets(Treatment.STALLED, turn.times());
    return Reaction.HELD;
  }

  static Reaction answersRequests(Turn turn) {
    Optional<JsonNode> json = turn.node().optional("json").map(turn.rehearsal().words()::toSend);
    turn.rehearsal()
        .script()
        .answerRequests(turn.node().path("status").asInt(500), json, turn.times());
    return Reaction.HELD;
  }

  static Reaction resetsRequests(Turn turn) {
    turn.rehearsal().script().treatRequests(Treatment.RESET, turn.times());
    return Reaction.HELD;
  }

  static Reaction stallsRequests(Turn turn) {
    turn.rehearsal().script().treatRequests(Treatment.STALLED, turn.times());
    return Reaction.HELD;
  }

  static Reaction obeysRequests(Turn turn) {
    turn.rehearsal().script().obeyRequests();
    return Reaction.HELD;
  }

  static Reaction ends(Turn turn) throws InterruptedException {
    Optional<Entry> end = turn.stage().tape().await(entries -> end(turn, entries), turn.budget());
    if (end.isEmpty()) {
      return new Broken(
          "a client ends its socket", "it had not after " + turn.budget().toMillis() + " ms");
    }
    turn.rehearsal().take(end.get());
    int code = end.get().what() instanceof SocketClosed closed ? closed.code() : CUT;
    return turn.node().optional("code").isEmpty()
            || turn.rehearsal()
                .words()
                .toExpect(turn.node().path("code"), Optional.empty())
                .matches(Json.number(code))
        ? new Held("%s ended its socket with %d".formatted(end.get().actor(), code))
        : new Broken("the socket is ended with " + turn.node().path("code"), "it was with " + code);
  }

  private static Optional<Entry> end(Turn turn, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> Wire.isOf(entry, turn.optional("from")))
        .filter(entry -> !turn.rehearsal().isTaken(entry))
        .filter(
            entry ->
                Wire.ended(entry.what())
                    .filter(socket -> !turn.rehearsal().log().isEndedByServer(socket))
                    .isPresent())
        .findFirst();
  }

  static Reaction count(Turn turn) throws InterruptedException {
    int wanted = turn.node().path("open").asInt(-1);
    Optional<String> actor = turn.optional("from");
    Optional<Boolean> fits =
        turn.stage()
            .tape()
            .await(
                entries ->
                    Wire.open(entries, actor).size() == wanted
                        ? Optional.of(true)
                        : Optional.empty(),
                turn.budget());
    return fits.isPresent()
        ? new Held("%d sockets are open".formatted(wanted))
        : new Broken(
            "%d sockets are open".formatted(wanted),
            "open are " + Wire.open(turn.stage().tape().entries(), actor));
  }
}
