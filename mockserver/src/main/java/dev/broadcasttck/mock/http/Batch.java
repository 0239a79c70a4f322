package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.PayloadLimit;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The messages of a batch, or what is wrong with it. */
sealed interface Batch {
  /** Every message is sound. */
  record Valid(List<BatchMessage> messages) implements Batch {}

  /** The body of the answer: errors by position. */
  record Invalid(JsonNode errors) implements Batch {}

  static Batch parse(JsonNode body, PayloadLimit limit) {
    JsonNode messages = body.path("messages");
    if (messages.isMissingNode() || (messages.isArray() && messages.isEmpty())) {
      return invalid(Json.array().add("can't be blank"));
    }
    if (!messages.isArray() || !elements(messages).allMatch(JsonNode::isObject)) {
      return invalid(Json.array().add("is invalid"));
    }
    List<JsonNode> errors = elements(messages).map(m -> BatchMessage.errors(m, limit)).toList();
    return errors.stream().allMatch(JsonNode::isEmpty)
        ? new Valid(elements(messages).map(BatchMessage::of).toList())
        : invalid(Json.array().addAll(errors));
  }

  private static Batch invalid(JsonNode messages) {
    return new Invalid(Json.object().set("errors", Json.object().set("messages", messages)));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
