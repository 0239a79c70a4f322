package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.codec.Caption;
import dev.broadcasttck.mock.codec.Frame;
import dev.broadcasttck.mock.codec.StrictJson;
import dev.broadcasttck.mock.http.Path;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What an occasion is about, as far as that can be told.
 *
 * @param topics as on the socket
 * @param events those of the protocol and those of users
 */
public record Subject(Set<String> topics, Set<String> events) {
  static final Subject UNKNOWN = new Subject(Set.of(), Set.of());

  private static final String BROADCAST = "broadcast";
  private static final int TOPIC = 2;
  private static final int EVENT = 4;

  static Subject of(String topic, String event) {
    return new Subject(Set.of(topic), Set.of(event));
  }

  static Subject of(Broadcast broadcast) {
    Set<String> events = new HashSet<>(Set.of(BROADCAST));
    userEvent(broadcast.payload()).ifPresent(events::add);
    return new Subject(Set.of(broadcast.topic()), events);
  }

  static Subject of(Push push) {
    Set<String> events = new HashSet<>();
    push.event().stringValueOpt().ifPresent(events::add);
    if (push.isEvent(BROADCAST)) {
      userEvent(push.payload()).ifPresent(events::add);
    }
    return new Subject(texts(push.topic()), events);
  }

  private static Optional<String> userEvent(Payload payload) {
    return payload instanceof Payload.User user
        ? Optional.of(user.event())
        : payload.tree().path("event").stringValueOpt();
  }

  private static Set<String> texts(JsonNode node) {
    return node.stringValueOpt().map(Set::of).orElse(Set.of());
  }

  static Subject of(ServerMessage message) {
    return new Subject(texts(message.topic()), Set.of(message.event()));
  }

  /** What a server writes. */
  static Subject of(Frame frame) {
    Caption caption = Caption.of(frame);
    Set<String> events = new HashSet<>();
    caption.event().ifPresent(events::add);
    caption.userEvent().ifPresent(events::add);
    return new Subject(caption.topic().map(Set::of).orElse(Set.of()), events);
  }

  /** Of a batch, all of its messages. */
  static Subject of(Request request) {
    return Path.of(request.path())
        .filter(Path::isSingleEvent)
        .map(path -> of(Room.PREFIX + path.segments().get(TOPIC), path.segments().get(EVENT)))
        .orElseGet(() -> ofBatch(request));
  }

  private static Subject ofBatch(Request request) {
    Set<String> topics = new HashSet<>();
    Set<String> events = new HashSet<>();
    StrictJson.check(request.body())
        .ifPresent(
            json ->
                json.tree()
                    .path("messages")
                    .forEach(
                        message -> {
                          message
                              .path("topic")
                              .stringValueOpt()
                              .ifPresent(topic -> topics.add(Room.PREFIX + topic));
                          message.path("event").stringValueOpt().ifPresent(events::add);
                        }));
    return new Subject(topics, events);
  }

  boolean isOfTopic(String topic) {
    return topics.contains(topic) || topics.contains(Room.PREFIX + topic);
  }

  boolean isOfEvent(String event) {
    return events.contains(event);
  }
}
