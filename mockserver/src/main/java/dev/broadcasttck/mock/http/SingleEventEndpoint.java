package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.hub.Room;
import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.token.Token;
import java.util.Optional;

/** {@code POST /api/broadcast/TOPIC/events/EVENT}: the body is the payload. */
final class SingleEventEndpoint {
  private static final String BINARY = "application/octet-stream";

  private final Project project;

  SingleEventEndpoint(Project project) {
    this.project = project;
  }

  Answer answer(Request request, Path path) {
    Optional<JsonText> body = JsonBody.read(request);
    if (body.isEmpty()) {
      return Answer.words(400, "Bad Request");
    }
    if (!request.mediaType().map(SingleEventEndpoint::isSupported).orElse(true)) {
      return unsupported();
    }
    Caller caller = Caller.of(request, project.tokens());
    return Rate.on(
        caller instanceof Caller.Known known
            ? publish(room(request, path), payload(request, path, body.get()), known.token())
            : ((Caller.TurnedAway) caller).answer());
  }

  private static boolean isSupported(String mediaType) {
    return mediaType.equals(BINARY) || JsonBody.isJson(mediaType);
  }

  private static Answer unsupported() {
    String error = "Unsupported Media Type. Use application/json or application/octet-stream";
    return Answer.json(415, Json.object().put("error", error));
  }

  private static Room room(Request request, Path path) {
    boolean isPrivate = request.parameter("private").equals(Optional.of("true"));
    return Room.named(path.segments().get(2), isPrivate);
  }

  private static Payload.User payload(Request request, Path path, JsonText body) {
    String event = path.segments().get(4);
    return request.mediaType().equals(Optional.of(BINARY))
        ? new Payload.User(event, false, request.body())
        : new Payload.User(event, true, body.bytes());
  }

  private Answer publish(Room room, Payload.User payload, Token.Valid token) {
    if (room.isPrivate() && !project.policy().mayWrite(room, token)) {
      return Answer.json(403, Json.object().put("message", "Unauthorized"));
    }
    if (!project.payloadLimit().admits(payload)) {
      return Answer.json(422, Json.object().put("message", "Payload size exceeds tenant limit"));
    }
    project.hub().publish(Publication.rest(room, new Broadcast(room.topic(), payload)));
    return Answer.empty(202);
  }
}
