package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.barrier.Route;
import dev.broadcasttck.conformance.barrier.Sentinels;
import dev.broadcasttck.conformance.codec.Json;
import dev.broadcasttck.conformance.codec.UserBroadcast;
import dev.broadcasttck.conformance.stage.Reaction;
import dev.broadcasttck.conformance.stage.Reaction.Unproven;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.verdict.Barrier;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.ArrayList;
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

  /** The ways that are open, the strongest first. */
  List<Route> routes() {
    if (hasEnded(caller)) {
      return List.of(new Route(Barrier.SOCKET_END, () -> Reaction.HELD));
    }
    List<Route> routes = new ArrayList<>();
    boolean isOwn = forbidden.socket().equals(caller.socket().name());
    if (isOwn && isAcknowledged()) {
      routes.add(new Route(Barrier.OWN_REPLY, this::acknowledgement));
    }
    for (Room room : joined(caller)) {
      sender(room, isOwn)
          .ifPresent(sender -> routes.add(new Route(sort(sender, room), () -> by(sender, room))));
    }
    routes.add(new Route(Barrier.OVER_REST, this::overRest));
    return routes;
  }

  private Barrier sort(Caller sender, Room room) {
    if (!sender.name().equals(forbidden.actor())) {
      return Barrier.WITNESS;
    }
    return room.topic().equals(forbidden.envelope().topic())
        ? Barrier.SAME_SENDER
        : Barrier.OTHER_TOPIC;
  }

  private boolean isAcknowledged() {
    return caller.room(forbidden.envelope().topic()).filter(Room::ack).isPresent();
  }

  private Reaction acknowledgement() throws InterruptedException {
    Optional<Entry> reply =
        scene.tape().await(entries -> Replies.find(entries, forbidden), scene.budgets().mustCome());
    return reply.isPresent()
        ? Reaction.HELD
        : new Unproven("the server's reply to the broadcast, as a barrier", "none came");
  }

  /** Who can send to a room: the sender itself, else somebody who has got the broadcast. */
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

  private Reaction by(Caller sender, Room room) throws InterruptedException {
    ObjectNode payload = payload();
    Outbox outbox = new Outbox(scene, sender);
    JsonNode joinRef = sender.room(room.topic()).map(Room::inReplies).orElse(Json.none());
    UserBroadcast message = new UserBroadcast(Sentinels.EVENT, payload);
    Push push =
        outbox.write(
            new Envelope(
                joinRef, sender.newReference(), room.topic(), "broadcast", message.toPayload()),
            sender.encoding());
    outbox.flush();
    Reaction crossed = arrival(payload);
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

  private Reaction overRest() throws InterruptedException {
    List<Room> rooms = joined(caller);
    Room room = rooms.isEmpty() ? ownRoom() : rooms.get(0);
    ObjectNode payload = payload();
    ObjectNode body = Json.object();
    ObjectNode message = body.putArray("messages").addObject();
    message.put("topic", room.topic().replaceFirst("^" + PREFIX, ""));
    message.put("event", Sentinels.EVENT).put("private", room.isPrivate());
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
    return arrival(payload);
  }

  private ObjectNode payload() {
    return Json.object().put("fence", scene.names().nonce() + "-" + scene.number("fence"));
  }

  private Reaction arrival(ObjectNode payload) throws InterruptedException {
    Optional<Entry> arrived =
        scene.tape().await(entries -> arrived(entries, payload), scene.budgets().mustCome());
    return arrived.isPresent()
        ? Reaction.HELD
        : new Unproven("a sentinel as a barrier", "it never reached " + caller.name());
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
