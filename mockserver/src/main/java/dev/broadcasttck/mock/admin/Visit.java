package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A request that has found its desk.
 *
 * @param variables what stands in the path where the route leaves it open
 */
record Visit(Request request, List<String> variables, Reply reply) {
  private static final int MOST_DIGITS = 9;

  /** The number in the path; one that there cannot be is the number of nothing. */
  int number() {
    String digits = variables.get(0);
    return digits.matches("\\d{1," + MOST_DIGITS + "}") ? Integer.parseInt(digits) : -1;
  }

  void say(JsonNode json) {
    say(200, json);
  }

  void say(int status, JsonNode json) {
    reply.say(Answer.json(status, json).with("cache-control", "no-store"));
  }
}
