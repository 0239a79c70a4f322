package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.session.Membership;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows who is there, and ends sockets. */
record SocketDesk(Supplier<Backstage> backstage) {
  private static final int NORMAL = 1000;
  private static final long HIGHEST_CODE = 4999;

  /** A room of a project, which the usual one has no name for. */
  private record Place(String project, Room room) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::project)
            .thenComparing(it -> it.room().topic())
            .thenComparing(it -> it.room().isPrivate());
  }

  private List<LiveSocket> sockets() {
    return backstage.get().script().sockets();
  }

  void sockets(Visit visit) {
    Form.query(visit.request()).end();
    ArrayNode list = Json.array();
    sockets().forEach(socket -> list.add(json(socket)));
    visit.say(Json.object().set("sockets", list));
  }

  void socket(Visit visit) {
    Form.query(visit.request()).end();
    visit.say(json(named(visit)));
  }

  private LiveSocket named(Visit visit) {
    return backstage
        .get()
        .script()
        .socket(visit.number())
        .orElseThrow(
            () ->
                new Refusal(Refusal.MISSING, "no socket " + visit.variables().get(0) + " is open"));
  }

  private ObjectNode json(LiveSocket socket) {
    ObjectNode json = Json.object().put("socket", socket.number());
    json.put("project", project(socket));
    json.put("version", socket.version().vsn()).put("path", socket.request().path());
    json.put("host", socket.request().header("host").orElse(""));
    json.put("userAgent", Redaction.text(socket.request().header("user-agent").orElse("")));
    ArrayNode channels = Json.array();
    socket.memberships().forEach(it -> channels.add(channel(it)));
    return json.set("channels", channels);
  }

  private static ObjectNode channel(Membership membership) {
    Room room = membership.room();
    return member(
        Json.object().put("topic", room.topic()).put("private", room.isPrivate()), membership);
  }

  private static ObjectNode member(ObjectNode json, Membership membership) {
    json.set("joinRef", membership.joinRef());
    return json.put("self", membership.self()).put("ack", membership.ack());
  }

  private String project(LiveSocket socket) {
    return nameOf(socket.project());
  }

  @SuppressWarnings("ReferenceEquality") // Two projects are two, however alike they are.
  private String nameOf(Project project) {
    return backstage.get().projects().entrySet().stream()
        .filter(each -> each.getValue() == project)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  void topics(Visit visit) {
    Form.query(visit.request()).end();
    ArrayNode list = Json.array();
    places().forEach((place, members) -> list.add(json(place, members)));
    visit.say(Json.object().set("topics", list));
  }

  private static ObjectNode json(Place place, ArrayNode members) {
    ObjectNode json = Json.object().put("project", place.project());
    json.put("topic", place.room().topic()).put("private", place.room().isPrivate());
    return json.set("members", members);
  }

  private Map<Place, ArrayNode> places() {
    Map<Place, ArrayNode> places = new TreeMap<>(Place.ORDER);
    for (LiveSocket socket : sockets()) {
      String project = project(socket);
      for (Membership each : socket.memberships()) {
        places
            .computeIfAbsent(new Place(project, each.room()), place -> Json.array())
            .add(member(Json.object().put("socket", socket.number()), each));
      }
    }
    return places;
  }

  /** How many topics have a member. */
  int topics() {
    return places().size();
  }

  /** How many members a room has. */
  int members(Optional<String> project, Room room) {
    ArrayNode members = places().get(new Place(project.orElse(""), room));
    return members == null ? 0 : members.size();
  }

  void close(Visit visit) {
    Form form = Form.body(visit.request());
    boolean cut = form.oneOf("how", List.of("close", "cut")).filter("cut"::equals).isPresent();
    int code = form.number("code", NORMAL, HIGHEST_CODE).map(Long::intValue).orElse(NORMAL);
    form.end();
    LiveSocket socket = named(visit);
    if (cut) {
      socket.cut();
    } else {
      socket.close(code);
    }
    visit.say(Json.object().put("sockets", 1));
  }
}
