package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.script.Event;
import dev.broadcasttck.mock.script.Intervention;
import dev.broadcasttck.mock.script.LiveSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** How the server answers what its clients push: later, otherwise, again, or never. */
final class Answering {
  private static final String BROADCAST = "broadcast";
  private static final String JOIN = "phx_join";

  private Answering() {}

  static Reaction holds(Turn turn) {
    var hold = new Intervention.Hold();
    turn.rehearsal().script().intervene(pushes(turn, turn.text("event")), hold, 1);
    turn.step().label().ifPresent(label -> turn.rehearsal().remember(label, hold));
    return Reaction.HELD;
  }

  static Reaction ignores(Turn turn) {
    var what = new Rehearsal.Ignored(turn.text("event"), turn.topic(), new AtomicBoolean(true));
    BiPredicate<LiveSocket, Push> all = pushes(turn, what.event());
    turn.rehearsal()
        .script()
        .intervene(
            (socket, push) -> what.stands().get() && all.test(socket, push),
            new Intervention.Ignore(),
            Intervention.Rule.FOR_GOOD);
    turn.rehearsal().ignore(what);
    return Reaction.HELD;
  }

  static Reaction heeds(Turn turn) {
    turn.rehearsal().ignored().stream()
        .filter(what -> what.event().equals(turn.text("event")))
        .filter(what -> turn.topic().isEmpty() || what.topic().equals(turn.topic()))
        .forEach(what -> what.stands().set(false));
    return Reaction.HELD;
  }

  static Reaction refusesJoins(Turn turn) {
    turn.rehearsal()
        .script()
        .intervene(pushes(turn, JOIN), new Intervention.Refuse(response(turn)), turn.times());
    return Reaction.HELD;
  }

  static Reaction acknowledgesWith(Turn turn) {
    turn.rehearsal()
        .script()
        .intervene(
            pushes(turn, BROADCAST),
            new Intervention.ReplyOtherwise(turn.text("status"), response(turn)),
            turn.times());
    return Reaction.HELD;
  }

  private static BiPredicate<LiveSocket, Push> pushes(Turn turn, String event) {
    Optional<String> topic = turn.topic();
    var sockets = turn.rehearsal().socketsOf(turn.optional("from"));
    return (socket, push) ->
        push.isEvent(event)
            && !isFence(push)
            && topic.map(push::isTopic).orElse(true)
            && sockets.test(socket);
  }

  private static boolean isFence(Push push) {
    return push.topic().asString("").contains(Wire.FENCE_TOPIC)
        || Pushes.payload(push).path("event").asString("").equals(Wire.FENCE_TOPIC);
  }

  private static JsonNode response(Turn turn) {
    return turn.node()
        .optional("response")
        .map(turn.rehearsal().words()::toSend)
        .orElseGet(Json::object);
  }

  static Reaction answers(Turn turn) throws InterruptedException {
    Optional<Event.Received> push = turn.rehearsal().push(turn.text("to"));
    if (push.isEmpty()) {
      return new Unproven("the push '%s'".formatted(turn.text("to")), "it never came");
    }
    Optional<JsonNode> ref = turn.node().optional("ref").map(turn.rehearsal().words()::toSend);
    return turn.rehearsal().script().answer(push.get(), turn.text("status"), response(turn), ref)
        ? Reaction.HELD
        : gone(turn);
  }

  static Reaction releases(Turn turn) throws InterruptedException {
    Optional<Event.Received> push = turn.rehearsal().push(turn.text("push"));
    if (push.isEmpty()) {
      return new Unproven("the push '%s'".formatted(turn.text("push")), "it never came");
    }
    return turn.rehearsal().script().release(push.get()) ? Reaction.HELD : gone(turn);
  }

  private static Reaction gone(Turn turn) throws InterruptedException {
    return Flight.orUnproven(
        turn.rehearsal(), Optional.empty(), "the socket of the push is open", "it has ended");
  }
}
