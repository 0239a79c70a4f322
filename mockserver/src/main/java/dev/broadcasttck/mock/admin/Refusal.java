package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.message.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** Why a request is not granted: a status, and a sentence for each reason. */
final class Refusal extends RuntimeException {
  static final int WRONG = 400;
  static final int NO_TOKEN = 401;
  static final int FOREIGN = 403;
  static final int MISSING = 404;
  static final int IMPOSSIBLE = 409;

  private final int status;
  private final List<String> sentences;

  Refusal(int status, List<String> sentences) {
    super(String.join("; ", sentences));
    this.status = status;
    this.sentences = List.copyOf(sentences);
  }

  Refusal(int status, String sentence) {
    this(status, List.of(sentence));
  }

  Answer answer() {
    ArrayNode errors = Json.array();
    sentences.forEach(errors::add);
    return Answer.json(status, Json.object().set("errors", errors));
  }
}
