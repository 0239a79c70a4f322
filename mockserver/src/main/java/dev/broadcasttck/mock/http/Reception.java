package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.token.Token;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lets those through who may publish over HTTP in a project (recordings 11_rest_auth and 13).
 *
 * @param project empty where the host names none that there is
 */
record Reception(Optional<Project> project) {

  Answer admit(Request request, BiFunction<Project, Token.Valid, Answer> desk) {
    return project
        .map(known -> Rate.on(admit(known, request, desk), known))
        .orElseGet(() -> message(401, "Tenant not found in database"));
  }

  private static Answer admit(
      Project project, Request request, BiFunction<Project, Token.Valid, Answer> desk) {
    project.meters().requests().count(1);
    if (project.settings().suspended()) {
      return message(403, "Tenant is suspended");
    }
    Caller caller = Caller.of(request, project.tokens());
    if (caller instanceof Caller.TurnedAway turnedAway) {
      return turnedAway.answer();
    }
    return project.hasTooManyRequests()
        ? message(429, "Too many requests")
        : desk.apply(project, ((Caller.Known) caller).token());
  }

  static Answer message(int status, String text) {
    return Answer.json(status, Json.object().put("message", text));
  }
}
