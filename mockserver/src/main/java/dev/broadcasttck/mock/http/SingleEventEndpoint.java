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

  private final Reception reception;

  SingleEventEndpoint(Reception reception) {
    this.reception = reception;
  }

  Answer answer(Request request, Path path) {
    Optional<JsonText> body = JsonBody.read(request);
    if (body.isEmpty()) {
      return Answer.words(400, "Bad Request");
    }
    if (!request.mediaType().map(SingleEventEndpoint::isSupported).orElse(true)) {
      return unsupported();
    }
    Room room = room(request, path);
    Payload.User payload = payload(request, path, body.get());
    return reception.admit(request, (project, token) -> publish(room, payload, project, token));
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

  private static Answer publish(
      Room room, Payload.User payload, Project project, Token.Valid token) {
    if (room.isPrivate() && !project.settings().policy().mayWrite(room, token)) {
      return Reception.message(403, "Unauthorized");
    }
    if (!project.limits().payload().admits(payload)) {
      return Reception.message(422, "Payload size exceeds tenant limit");
    }
    return Traffic.check(project, 1)
        .orElseGet(
            () -> {
              project.meters().events().count(1);
              project.hub().publish(Publication.rest(room, new Broadcast(room.topic(), payload)));
              return Answer.empty(202);
            });
  }
}
