package dev.broadcasttck.conformance.target;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.TextFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where a secret is to be found: {@code {env: NAME}}, {@code {file: PATH}} or {@code {value:
 * TEXT}}.
 *
 * @param node as written
 * @param where it is written
 */
record SecretReference(JsonNode node, Location where) {
  private static final String INLINE = "value";

  /** Whether the secret itself is written there. */
  boolean isInline() {
    return node.has(INLINE);
  }

  /**
   * Looks it up.
   *
   * @param folder which relative paths begin at
   * @return the secret, or empty where there is a problem with it
   */
  Optional<Secret> look(Map<String, String> environment, Path folder, Problems problems) {
    if (node.has("env")) {
      return inVariable(node.get("env").asString(), environment, problems);
    }
    return node.has("file")
        ? inFile(folder.resolve(node.get("file").asString()), problems)
        : Optional.of(new Secret(node.get(INLINE).asString().strip()));
  }

  private Optional<Secret> inVariable(
      String name, Map<String, String> environment, Problems problems) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      problems.add(where, "the environment variable `" + name + "` is not set");
      return Optional.empty();
    }
    return Optional.of(new Secret(value));
  }

  private Optional<Secret> inFile(Path file, Problems problems) {
    Problems unreadable = new Problems();
    String text = TextFile.read(file, unreadable).strip();
    if (unreadable.count() > 0 || text.isEmpty()) {
      String why = unreadable.count() > 0 ? "cannot be read" : "is empty";
      problems.add(where, "the file `" + file + "` " + why + "; it is to hold the secret alone");
      return Optional.empty();
    }
    return Optional.of(new Secret(text));
  }
}
