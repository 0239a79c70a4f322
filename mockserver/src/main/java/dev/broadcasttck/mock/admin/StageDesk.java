package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.project.Project;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Brings about what no client can: messages from nowhere, the end of all sockets, another time. */
record StageDesk(Supplier<Backstage> backstage, SocketDesk sockets) {
  private static final Duration FURTHEST = Duration.ofDays(36_500);

  void broadcast(Visit visit) {
    Form form = Form.body(visit.request());
    String topic = form.neededText("topic");
    String event = form.neededText("event");
    ObjectNode payload = form.object("payload");
    Room room = Room.named(topic, form.flag("private"));
    Optional<String> name = form.text("project");
    boolean stored =
        form.oneOf("via", List.of("rest", "database")).filter("database"::equals).isPresent();
    form.end();
    Project project = project(name);
    int receivers = sockets.members(name, room);
    if (stored) {
      project.database().send(room, event, payload);
    } else {
      project.meters().events().count(1);
      project.hub().publish(Publication.rest(room, message(room, event, payload)));
    }
    visit.say(Json.object().put("receivers", receivers));
  }

  private static Broadcast message(Room room, String event, ObjectNode payload) {
    ObjectNode content = Json.object().put("event", event);
    content.set("payload", payload);
    content.put("type", "broadcast");
    return new Broadcast(room.topic(), new Payload.Text(JsonText.of(content)));
  }

  private Project project(Optional<String> name) {
    return backstage
        .get()
        .project(name)
        .orElseThrow(() -> new Refusal(Refusal.MISSING, "there is no project " + name.orElse("")));
  }

  void shutdown(Visit visit) {
    Form.body(visit.request()).end();
    ObjectNode ended = ended();
    backstage.get().endSockets();
    visit.say(ended);
  }

  private ObjectNode ended() {
    return Json.object().put("sockets", backstage.get().script().sockets().size());
  }

  void disconnect(Visit visit) {
    Form form = Form.body(visit.request());
    Optional<String> name = form.text("project");
    form.end();
    Project project = project(name);
    long there =
        backstage.get().script().sockets().stream()
            .filter(socket -> socket.project().crowd().equals(project.crowd()))
            .count();
    project.crowd().disconnectAll();
    visit.say(Json.object().put("sockets", there));
  }

  void clock(Visit visit) {
    Form.query(visit.request()).end();
    visit.say(clock());
  }

  private ObjectNode clock() {
    return Json.object()
        .put("now", backstage.get().now().toString())
        .put("ahead", backstage.get().ahead().toString());
  }

  void advance(Visit visit) {
    Form form = Form.body(visit.request());
    Duration way = way(form, form.neededText("by"));
    form.end();
    backstage.get().advance(way, () -> visit.say(clock()));
  }

  private static Duration way(Form form, String text) {
    try {
      Duration way = Duration.parse(text);
      if (!way.isNegative() && way.compareTo(FURTHEST) <= 0) {
        return way;
      }
      form.complain("by", "must go forwards, and no further than 36,500 days");
    } catch (DateTimeParseException noDuration) {
      form.complain("by", "must be a duration as in ISO 8601, such as PT30S, not " + text);
    }
    return Duration.ZERO;
  }
}
