package dev.broadcasttck.conformance.rehearsal;

import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.driver.ChannelOptions;
import dev.broadcasttck.conformance.stage.Part;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.stage.Role;
import dev.broadcasttck.conformance.stage.Stage;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.MessageHeard;
import dev.broadcasttck.conformance.tape.Happening.StatusSaid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The barriers of the client corpus. What the server sends down a socket arrives in its order, so
 * behind a last message that is heard nothing earlier can be; what a client sends comes in its
 * order, so before a last frame that is seen all earlier ones have come.
 */
record ServerFence(Rehearsal rehearsal) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Stage stage() {
    return rehearsal.stage();
  }

  /** Waits until a channel would have heard whatever it was going to hear. */
  Reaction cross(Part watched) throws InterruptedException {
    Optional<String> actor = Optional.of(watched.actor());
    if (Wire.open(stage().tape().entries(), actor).isEmpty()) {
      return new Held("barrier: %s has no socket any more".formatted(watched.actor()));
    }
    JsonNode payload = payload();
    Part listening = watched;
    if (Wire.joins(stage().tape().entries(), actor, watched.socketTopic()).findAny().isEmpty()
        || !isIn(watched)) {
      listening = joinFence(stage().role(watched.actor()));
      if (awaitJoin(actor, listening).isEmpty()) {
        return new Unproven("a barrier", watched.actor() + " joins no further channel");
      }
    }
    return deliver(listening, payload);
  }

  /**
   * Has each channel on which a client has heard something hear one message more, by a listener of
   * the script's own, so that nothing earlier is still on its way. A client that has gone deaf is
   * not waited for long: what it should have heard, other steps are about.
   */
  void afterAllHeard(String actor) throws InterruptedException {
    List<Part> parts = stage().role(actor).parts().filter(this::hasHeard).toList();
    for (Part part : parts) {
      JsonNode payload = payload();
      stage().account().own(payload);
      String event = part.listeners().values().iterator().next();
      rehearsal
          .script()
          .deliver(
              rehearsal.socketsOf(Optional.of(actor)),
              part.socketTopic(),
              event.equals("*") ? Sentinels.EVENT : event,
              payload,
              Optional.empty(),
              false);
      stage().tape().await(entries -> heard(entries, part, payload), PATIENCE);
    }
  }

  private boolean hasHeard(Part part) {
    return isIn(part)
        && !part.listeners().isEmpty()
        && stage().tape().entries().stream()
            .anyMatch(
                entry ->
                    entry.actor().equals(part.actor())
                        && entry.what() instanceof MessageHeard heard
                        && heard.channel().equals(part.handle()));
  }

  /** A channel that was left hears nothing; another one of the same client has to. */
  private boolean isIn(Part part) {
    List<Entry> entries = stage().tape().entries();
    Optional<Entry> last =
        Wire.pushes(entries, Optional.of(part.actor()))
            .filter(
                entry ->
                    Wire.envelope(entry)
                        .filter(e -> e.topic().equals(part.socketTopic()))
                        .filter(e -> e.event().equals("phx_join") || e.event().equals("phx_leave"))
                        .isPresent())
            .reduce((earlier, later) -> later);
    return part.subscribed().get()
        && last.flatMap(Wire::envelope).filter(e -> e.event().equals("phx_join")).isPresent();
  }

  private Reaction deliver(Part part, JsonNode payload) throws InterruptedException {
    rehearsal
        .script()
        .deliver(
            rehearsal.socketsOf(Optional.of(part.actor())),
            part.socketTopic(),
            Sentinels.EVENT,
            payload,
            Optional.empty(),
            false);
    Optional<Entry> heard =
        stage()
            .tape()
            .await(entries -> heard(entries, part, payload), stage().budgets().mustCome());
    return heard.isPresent()
        ? new Held("barrier: a later message of the server on '%s'".formatted(part.topic()))
        : new Unproven(
            "a later message of the server, as a barrier",
            "%s never heard it on '%s'".formatted(part.actor(), part.topic()));
  }

  private static Optional<Entry> heard(List<Entry> entries, Part part, JsonNode payload) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(part.actor()))
        .filter(
            entry ->
                entry.what() instanceof MessageHeard message
                    && message.channel().equals(part.handle())
                    && message.payload().equals(payload))
        .findFirst();
  }

  /** Waits until all that a client was going to send has come, had it been going to. */
  Reaction drain(String actor) throws InterruptedException {
    Optional<String> whose = Optional.of(actor);
    if (Wire.open(stage().tape().entries(), whose).isEmpty()) {
      return new Held("barrier: %s has no socket".formatted(actor));
    }
    Role role = stage().role(actor);
    Optional<Part> part = role.parts().filter(this::isIn).findFirst();
    int before = stage().tape().entries().size();
    if (part.isPresent()) {
      stage().send(part.get(), Sentinels.EVENT, payload(), false);
      if (awaitFrame(actor, before).isPresent()) {
        return new Held("barrier: a later broadcast of " + actor);
      }
    }
    Part fence = joinFence(role);
    return awaitJoin(whose, fence).isPresent()
        ? new Held("barrier: a later join of " + actor)
        : new Unproven("a later frame of the client, as a barrier", actor + " sends none");
  }

  private Optional<Entry> awaitFrame(String actor, int before) throws InterruptedException {
    Predicate<Entry> isFence =
        entry ->
            entry.number() >= before
                && entry.actor().equals(actor)
                && entry.what() instanceof FrameSent
                && Wire.isFence(entry);
    return stage()
        .tape()
        .await(
            entries -> entries.stream().filter(isFence).findFirst(), stage().budgets().mustCome());
  }

  private Part joinFence(Role role) {
    String handle = Sentinels.LISTENER + "-" + stage().tape().entries().size();
    Part part =
        role.addPart(
            handle,
            Wire.FENCE_TOPIC + "-" + stage().names().nonce() + "-" + handle,
            new ChannelOptions(false, false, false));
    part.listen(Sentinels.LISTENER, Sentinels.EVENT);
    part.channel().subscribe();
    part.subscribed().set(true);
    return part;
  }

  private Optional<Entry> awaitJoin(Optional<String> actor, Part fence)
      throws InterruptedException {
    String status = "SUBSCRIBED";
    return stage()
        .tape()
        .await(
            entries ->
                entries.stream()
                    .filter(entry -> Wire.isOf(entry, actor))
                    .filter(entry -> entry.what().equals(new StatusSaid(fence.handle(), status)))
                    .findFirst(),
            stage().budgets().mustCome());
  }

  private JsonNode payload() {
    return Json.object()
        .put("fence", stage().names().nonce() + "-" + stage().tape().entries().size());
  }
}
