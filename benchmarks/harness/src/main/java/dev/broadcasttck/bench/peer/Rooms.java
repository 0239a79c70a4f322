package dev.broadcasttck.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of the protocol as a hand-rolled mock has: joins are answered, and broadcasts go to
 * everybody in the room but their sender.
 *
 * @param <S> a socket of some library
 */
final class Rooms<S> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PUSH_HEAD = 7;

  /** How that library writes. */
  interface Out<S> {
    void text(S socket, String text);

    void binary(S socket, byte[] bytes);
  }

  private final Map<String, Set<S>> rooms = new ConcurrentHashMap<>();
  private final Out<S> out;

  Rooms(Out<S> out) {
    this.out = out;
  }

  void leave(S socket) {
    rooms.values().forEach(room -> room.remove(socket));
  }

  void text(S socket, String text) {
    JsonNode message = JSON.readTree(text);
    boolean isArray = message.isArray();
    String topic = (isArray ? message.get(2) : message.get("topic")).asString();
    String event = (isArray ? message.get(3) : message.get("event")).asString();
    if (event.equals("phx_join")) {
      rooms.computeIfAbsent(topic, name -> ConcurrentHashMap.newKeySet()).add(socket);
      out.text(socket, isArray ? reply2(message) : reply1(message));
    } else if (event.equals("broadcast")) {
      String copy = broadcast1(topic, message.path("payload"));
      others(topic, socket, other -> out.text(other, copy));
    }
  }

  /** A user broadcast push, which version 2 sends: kind 3 comes in, kind 4 goes out. */
  void binary(S socket, ByteBuffer push) {
    int joinRef = push.get(1);
    int ref = push.get(2);
    int topic = push.get(3) & 0xff;
    int event = push.get(4) & 0xff;
    int metadata = push.get(5) & 0xff;
    int start = PUSH_HEAD + joinRef + ref;
    byte[] name = new byte[topic];
    push.get(start, name);
    byte[] rest = new byte[push.limit() - start - topic - event - metadata];
    push.get(push.limit() - rest.length, rest);
    byte[] userEvent = new byte[event];
    push.get(start + topic, userEvent);
    byte[] copy =
        ByteBuffer.allocate(5 + topic + event + rest.length)
            .put(new byte[] {4, (byte) topic, (byte) event, 0, push.get(6)})
            .put(name)
            .put(userEvent)
            .put(rest)
            .array();
    others(new String(name, UTF_8), socket, other -> out.binary(other, copy));
  }

  private void others(String topic, S sender, Consumer<S> deliver) {
    for (S member : rooms.getOrDefault(topic, Set.of())) {
      if (!member.equals(sender)) {
        deliver.accept(member);
      }
    }
  }

  private static String broadcast1(String topic, JsonNode payload) {
    ObjectNode message = JSON.createObjectNode();
    message.putNull("ref").put("event", "broadcast").set("payload", payload);
    return JSON.writeValueAsString(message.put("topic", topic));
  }

  private static String reply1(JsonNode join) {
    ObjectNode message = JSON.createObjectNode();
    message.set("ref", join.get("ref"));
    message.put("event", "phx_reply").set("payload", ok());
    message.set("topic", join.get("topic"));
    return JSON.writeValueAsString(message);
  }

  private static String reply2(JsonNode join) {
    return JSON.writeValueAsString(
        JSON.createArrayNode()
            .add(join.get(0))
            .add(join.get(1))
            .add(join.get(2))
            .add("phx_reply")
            .add(ok()));
  }

  private static ObjectNode ok() {
    ObjectNode response = JSON.createObjectNode();
    response.putArray("postgres_changes");
    ObjectNode payload = JSON.createObjectNode();
    payload.put("status", "ok").set("response", response);
    return payload;
  }
}
