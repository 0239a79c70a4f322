package dev.broadcasttck.mock.verify;

import dev.broadcasttck.mock.http.Path;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.script.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Something that a client sent.
 *
 * @param way how it came
 * @param kind the event of the push; {@code broadcast} where it came over REST
 * @param event a broadcast's own event, else that of the push
 * @param topic without {@code realtime:}
 * @param payload a broadcast's inner payload, else that of the push; hexadecimal digits where it is
 *     no JSON
 */
record Arrival(Way way, String kind, String event, String topic, JsonNode payload) {
  private static final String PREFIX = "realtime:";

  /** What a line of the journal says that a client sent; a batch is as many as it has messages. */
  static List<Arrival> in(Event event) {
    if (event instanceof Event.Received received) {
      return received.push().map(Arrival::of).stream().toList();
    }
    return event instanceof Event.Asked asked ? requested(asked.request()) : List.of();
  }

  static String bare(String topic) {
    return topic.startsWith(PREFIX) ? topic.substring(PREFIX.length()) : topic;
  }

  private static Arrival of(Push push) {
    String kind = push.event().asString();
    String topic = bare(push.topic().asString());
    if (push.payload() instanceof Payload.User user) {
      return new Arrival(Way.SOCKET, kind, user.event(), topic, read(user.data(), user.isJson()));
    }
    JsonNode payload =
        push.payload() instanceof Payload.Opaque opaque
            ? read(opaque.data(), true)
            : push.payload().tree();
    return kind.equals("broadcast")
        ? new Arrival(
            Way.SOCKET, kind, payload.path("event").asString(""), topic, payload.path("payload"))
        : new Arrival(Way.SOCKET, kind, kind, topic, payload);
  }

  private static List<Arrival> requested(Request request) {
    Optional<Path> path = Path.of(request.path());
    if (path.filter(p -> p.is("api", "broadcast")).isPresent()) {
      return StreamSupport.stream(read(request.body(), true).path("messages").spliterator(), false)
          .map(Arrival::ofBatch)
          .toList();
    }
    return path
        .filter(Path::isSingleEvent)
        .map(p -> single(p.segments().get(2), p.segments().get(4), request))
        .stream()
        .toList();
  }

  private static Arrival ofBatch(JsonNode message) {
    return new Arrival(
        Way.REST,
        "broadcast",
        message.path("event").asString(""),
        message.path("topic").asString(""),
        message.path("payload"));
  }

  private static Arrival single(String topic, String event, Request request) {
    return new Arrival(Way.REST, "broadcast", event, topic, read(request.body(), true));
  }

  private static JsonNode read(Bytes bytes, boolean isJson) {
    try {
      return isJson ? Json.read(bytes) : Json.string(bytes.toString());
    } catch (JacksonException notJson) {
      return Json.string(bytes.toString());
    }
  }
}
