package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.barrier.Fence;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Held;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A point in a socket's traffic behind which a broadcast can no longer come, if the server keeps
 * its order: the acknowledgement of the socket's own broadcast, or a broadcast that follows it.
 *
 * @param caller whose socket is watched
 * @param forbidden what must not come
 */
record Sentinel(Scene scene, Caller caller, Push forbidden) {
  private static final String PREFIX = "realtime:";

  /** Waits until the broadcast would have come, had it been going to. */
  Reaction cross() throws InterruptedException {
    if (hasEnded(caller)) {
      return new Held("barrier: the socket has ended");
    }
    boolean isOwn = forbidden.socket().equals(caller.socket().name());
    if (isOwn && isAcknowledged()) {
      return acknowledgement();
    }
    for (Room room : joined(caller)) {
      Optional<Caller> sender = sender(room, isOwn);
      if (sender.isPresent()) {
        return bySocket(sender.get(), room);
      }
    }
    return overRest(joined(caller).stream().findFirst().orElse(ownRoom()));
  }

  private boolean isAcknowledged() {
    return caller.room(forbidden.envelope().topic()).filter(Room::ack).isPresent();
  }

  private Reaction acknowledgement() throws InterruptedException {
    Optional<Entry> reply =
        scene.tape().await(entries -> Replies.find(entries, forbidden), scene.budgets().mustCome());
    return reply.isPresent()
        ? new Held("barrier: the server's reply to it")
        : new Unproven("the server's reply to the broadcast, as a barrier", "none came");
  }

  /**
   * Who can send to a room: the sender itself, else somebody who has got the broadcast, else, where
   * it went over REST or nobody has it, nobody.
   */
  private Optional<Caller> sender(Room room, boolean isOwn) {
    if (isOwn && room.self()) {
      return Optional.of(caller);
    }
    return scene
        .callers()
        .filter(other -> !other.equals(caller) && isIn(other, room))
        .filter(other -> isSender(other) || hasGotIt(other))
        .findFirst();
  }

  private boolean isSender(Caller other) {
    return !forbidden.overRest() && other.name().equals(forbidden.actor());
  }

  private boolean hasGotIt(Caller other) {
    return scene.tape().entries().stream()
        .filter(entry -> entry.actor().equals(other.name()))
        .filter(entry -> entry.number() >= forbidden.sentAt())
        .anyMatch(entry -> View.envelope(entry.what()).filter(forbidden::isCarriedBy).isPresent());
  }

  private boolean isIn(Caller other, Room room) {
    return other.lastSocket().isPresent()
        && !hasEnded(other)
        && joined(other).stream()
            .anyMatch(
                theirs ->
                    theirs.topic().equals(room.topic()) && theirs.isPrivate() == room.isPrivate());
  }

  private Reaction bySocket(Caller sender, Room room) throws InterruptedException {
    ObjectNode payload = payload();
    Outbox outbox = new Outbox(scene, sender);
    JsonNode joinRef = sender.room(room.topic()).map(Room::inReplies).orElse(Json.none());
    UserBroadcast message = new UserBroadcast(Fence.EVENT, payload);
    Push push =
        outbox.write(
            new Envelope(
                joinRef, sender.newReference(), room.topic(), "broadcast", message.toPayload()),
            sender.encoding());
    outbox.flush();
    Reaction crossed = arrival(payload, "a sentinel by " + sender.name());
    if (sender.room(room.topic()).filter(Room::ack).isPresent()) {
      scene
          .tape()
          .await(entries -> Replies.find(entries, push), scene.budgets().mustCome())
          .ifPresent(scene.account()::explain);
    }
    return crossed;
  }

  /** A room that is joined for this, where the caller is in none. */
  private Room ownRoom() throws InterruptedException {
    String topic = PREFIX + scene.names().toSend("$tck-fence-room") + "-" + caller.name();
    ObjectNode payload = Json.object();
    payload.putObject("config").put("private", false);
    Outbox outbox = new Outbox(scene, caller);
    Push join =
        outbox.write(
            new Envelope(caller.newReference(), caller.newReference(), topic, "phx_join", payload),
            Encoding.TEXT);
    outbox.flush();
    scene
        .tape()
        .await(entries -> Replies.find(entries, join), scene.budgets().mustCome())
        .ifPresent(scene.account()::explain);
    return caller.room(topic).orElseThrow();
  }

  private Reaction overRest(Room room) throws InterruptedException {
    ObjectNode payload = payload();
    ObjectNode body = Json.object();
    ObjectNode message = body.putArray("messages").addObject();
    message.put("topic", room.topic().replaceFirst("^" + PREFIX, ""));
    message.put("event", Fence.EVENT).put("private", room.isPrivate());
    message.set("payload", payload);
    Map<String, String> headers = new LinkedHashMap<>(scene.endpoint().headers());
    headers.put("Content-Type", "application/json");
    headers.put("Authorization", "Bearer " + scene.endpoint().apiKey().reveal());
    Calling.send(
        scene,
        scene.caller(forbidden.actor()),
        "POST",
        "/api/broadcast",
        headers,
        ByteString.encodeUtf8(Json.write(body)));
    return arrival(payload, "a sentinel over REST");
  }

  private ObjectNode payload() {
    return Json.object().put("fence", scene.names().nonce() + "-" + scene.number("fence"));
  }

  private Reaction arrival(ObjectNode payload, String name) throws InterruptedException {
    Optional<Entry> arrived =
        scene.tape().await(entries -> arrived(entries, payload), scene.budgets().mustCome());
    return arrived.isPresent()
        ? new Held("barrier: " + name)
        : new Unproven(name + ", as a barrier", "it never reached " + caller.name());
  }

  private Optional<Entry> arrived(List<Entry> entries, ObjectNode payload) {
    return entries.stream()
        .filter(entry -> entry.actor().equals(caller.name()))
        .filter(
            entry ->
                View.envelope(entry.what())
                    .filter(it -> it.event().equals("broadcast"))
                    .filter(it -> it.payload().path("payload").equals(payload))
                    .isPresent())
        .findFirst();
  }

  private boolean hasEnded(Caller one) {
    String socket = one.socket().name();
    return scene.tape().entries().stream().anyMatch(e -> Ending.isEnd(e.what(), socket));
  }

  /** The rooms that a caller is in by what its socket has got. */
  private List<Room> joined(Caller one) {
    List<Entry> entries = scene.tape().entries();
    String socket = one.socket().name();
    return one.rooms().stream().filter(room -> new Presence(entries, socket).isIn(room)).toList();
  }
}
