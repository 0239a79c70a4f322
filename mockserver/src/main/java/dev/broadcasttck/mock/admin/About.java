package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.codec.Caption;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.script.Entry;
import dev.broadcasttck.mock.script.Event;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What frames are about, either way. */
final class About {
  private static final Caption NOTHING =
      new Caption(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private About() {}

  static Caption of(Entry entry) {
    if (entry.event() instanceof Event.Received received) {
      return of(received);
    }
    return entry.event() instanceof Event.Sent sent ? Caption.of(sent.frame()) : NOTHING;
  }

  static Caption of(Event.Received received) {
    return received.push().map(About::of).orElse(NOTHING);
  }

  private static Caption of(Push push) {
    return new Caption(
        push.topic().stringValueOpt(),
        push.event().stringValueOpt(),
        push.isEvent("broadcast") ? userEvent(push.payload()) : Optional.empty(),
        Optional.of(push.ref()),
        Optional.of(push.joinRef()));
  }

  private static Optional<String> userEvent(Payload payload) {
    return payload instanceof Payload.User user
        ? Optional.of(user.event())
        : payload.tree().path("event").stringValueOpt();
  }

  static ObjectNode json(Caption about) {
    ObjectNode json = Json.object();
    about.topic().ifPresent(it -> json.put("topic", it));
    about.event().ifPresent(it -> json.put("event", it));
    about.userEvent().ifPresent(it -> json.put("userEvent", it));
    about.ref().ifPresent(it -> json.set("ref", it));
    about.joinRef().ifPresent(it -> json.set("joinRef", it));
    return json;
  }
}
