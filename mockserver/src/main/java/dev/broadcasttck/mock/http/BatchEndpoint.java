package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.token.Token;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/broadcast}: all messages of the body, or none. */
final class BatchEndpoint {
  private final Reception reception;

  BatchEndpoint(Reception reception) {
    this.reception = reception;
  }

  Answer answer(Request request) {
    Optional<JsonText> body = JsonBody.read(request);
    if (body.isEmpty()) {
      return Answer.words(400, "Bad Request");
    }
    if (!acceptsJson(request)) {
      return Answer.words(406, "Not Acceptable");
    }
    return reception.admit(request, (project, token) -> publish(body.get(), project, token));
  }

  private static boolean acceptsJson(Request request) {
    String accept = request.header("accept").orElse("*/*");
    return accept.contains("*/*") || accept.contains("application/*") || accept.contains("json");
  }

  private static Answer publish(JsonText body, Project project, Token.Valid token) {
    Batch batch = Batch.parse(body.tree(), project.limits().payload());
    if (batch instanceof Batch.Invalid invalid) {
      return Answer.json(422, invalid.errors());
    }
    List<BatchMessage> messages = ((Batch.Valid) batch).messages();
    return Traffic.check(project, messages.size())
        .orElseGet(
            () -> {
              messages.forEach(message -> publish(message, project, token));
              return Answer.empty(202);
            });
  }

  /** A message without the right to it is dropped without a word. */
  private static void publish(BatchMessage message, Project project, Token.Valid token) {
    if (!message.room().isPrivate()
        || project.settings().policy().mayWrite(message.room(), token)) {
      project.meters().events().count(1);
      project.hub().publish(Publication.rest(message.room(), message.broadcast()));
    }
  }
}
