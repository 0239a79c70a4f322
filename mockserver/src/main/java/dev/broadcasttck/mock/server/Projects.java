package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.project.Project;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The projects behind one port, told apart by the first label of the host's name.
 *
 * @param usual stands behind every host as long as there are no others, and always behind {@code
 *     localhost} and plain addresses
 */
record Projects(Project usual, Map<String, Project> others) {
  private static final Pattern NO_NAME =
      Pattern.compile("(localhost|\\d+\\.\\d+\\.\\d+\\.\\d+|\\[.*])?(:\\d+)?");

  /** Empty where the host names none that there is. */
  Optional<Project> of(Request request) {
    String host = request.header("host").orElse("");
    return others.isEmpty() || NO_NAME.matcher(host).matches()
        ? Optional.of(usual)
        : named(host.split("[.:]", 2)[0]);
  }

  Optional<Project> named(String name) {
    return Optional.ofNullable(others.get(name));
  }
}
