package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.hub.Publication;
import dev.broadcasttck.mock.message.JsonText;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.token.Token;
import java.util.Optional;

/** {@code POST /api/broadcast}: all messages of the body, or none. */
final class BatchEndpoint {
  private final Project project;

  BatchEndpoint(Project project) {
    this.project = project;
  }

  Answer answer(Request request) {
    Optional<JsonText> body = JsonBody.read(request);
    if (body.isEmpty()) {
      return Answer.words(400, "Bad Request");
    }
    if (!acceptsJson(request)) {
      return Answer.words(406, "Not Acceptable");
    }
    Caller caller = Caller.of(request, project.tokens());
    return Rate.on(
        caller instanceof Caller.Known known
            ? publish(body.get(), known.token())
            : ((Caller.TurnedAway) caller).answer());
  }

  private static boolean acceptsJson(Request request) {
    String accept = request.header("accept").orElse("*/*");
    return accept.contains("*/*") || accept.contains("application/*") || accept.contains("json");
  }

  private Answer publish(JsonText body, Token.Valid token) {
    Batch batch = Batch.parse(body.tree(), project.payloadLimit());
    if (batch instanceof Batch.Invalid invalid) {
      return Answer.json(422, invalid.errors());
    }
    for (BatchMessage message : ((Batch.Valid) batch).messages()) {
      publish(message, token);
    }
    return Answer.empty(202);
  }

  /** A message without the right to it is dropped without a word. */
  private void publish(BatchMessage message, Token.Valid token) {
    if (!message.room().isPrivate() || project.policy().mayWrite(message.room(), token)) {
      project.hub().publish(Publication.rest(message.room(), message.broadcast()));
    }
  }
}
