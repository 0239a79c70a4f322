package dev.broadcasttck.conformance.target;

import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlDocument;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The search for secrets in a target file where none may stand. It comes before the schema is
 * looked at, whose complaints quote what they complain about.
 *
 * @param document the file
 * @param problems where to complain, without a quote
 */
record PlainSecrets(YamlDocument document, Problems problems) {
  private static final List<String> SECRETS = List.of("apikey", "jwt-secret");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Whether there are none. */
  boolean areAbsent() {
    int before = problems.count();
    search("", document.root());
    document
        .root()
        .path("endpoints")
        .properties()
        .forEach(e -> search(YamlDocument.member("/endpoints", e.getKey()), e.getValue()));
    return problems.count() == before;
  }

  private void search(String pointer, JsonNode row) {
    for (String key : SECRETS) {
      JsonNode secret = row.path(key);
      if (secret.isValueNode() && !secret.isNull()) {
        complain(
            pointer + "/" + key,
            "a secret has no place in a file that is shared; write `"
                + key
                + ": { env: NAME }` or `{ file: PATH }`");
      }
      variable(pointer + "/" + key, secret);
    }
    Stream.of("url", "socket", "rest")
        .filter(key -> row.path(key).asString("").matches(".*[?#].*"))
        .forEach(key -> complain(pointer + "/" + key, "`" + key + "` is to end before the query"));
    row.path("headers")
        .properties()
        .forEach(
            h -> variable(YamlDocument.member(pointer + "/headers", h.getKey()), h.getValue()));
  }

  private void variable(String pointer, JsonNode secret) {
    JsonNode name = secret.path("env");
    if (name.isString() && !VARIABLE.matcher(name.stringValue()).matches()) {
      complain(
          pointer + "/env", "`env` wants the name of a variable: letters, digits and underscores");
    }
  }

  private void complain(String pointer, String sentence) {
    problems.add(document.at(pointer), sentence);
  }
}
