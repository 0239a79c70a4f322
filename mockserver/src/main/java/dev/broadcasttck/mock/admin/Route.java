package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is served under one path.
 *
 * @param path below the prefix, as OpenAPI writes it: {@code sockets/{socket}}; the plain names
 *     come before the open ones
 */
record Route(String method, String path, Consumer<Visit> desk) {
  /** What stands in the open places of the path; empty where it is another one. */
  Optional<List<String>> match(Request request, List<String> segments) {
    List<String> names = path.isEmpty() ? List.of() : List.of(path.split("/"));
    if (!request.method().equals(method) || names.size() != segments.size()) {
      return Optional.empty();
    }
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).startsWith("{")) {
        variables.add(segments.get(i));
      } else if (!names.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
