package dev.broadcasttck.mock.http;

import dev.broadcasttck.mock.project.Project;
import java.util.Optional;
import java.util.function.Function;

/**
 * An API with which an operator disconnects all sockets of a project, before another one: {@code
 * POST /api/tenants/NAME/reload} (recording 21_admin_reload_and_shutdown).
 *
 * @param projects by their names
 */
public record OperatorApi(Api api, Function<String, Optional<Project>> projects) implements Api {
  private static final int NAME = 2;

  @Override
  public Answer answer(Request request) {
    return Path.of(request.path())
        .filter(path -> request.method().equals("POST") && path.isReload())
        .map(path -> reload(request, path.segments().get(NAME)))
        .orElseGet(() -> api.answer(request));
  }

  private Answer reload(Request request, String name) {
    Optional<Project> project = projects.apply(name);
    if (project.isEmpty()) {
      return Answer.notFound();
    }
    Caller caller = Caller.of(request, project.get().tokens());
    if (!(caller instanceof Caller.Known known) || !known.token().role().equals("service_role")) {
      return Answer.empty(403);
    }
    project.get().crowd().disconnectAll();
    return RestApi.numbered(Answer.empty(204));
  }
}
