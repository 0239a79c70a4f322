package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A description of an API, and which of its operations have been seen to keep it. */
final class OpenApi {
  private final JsonNode document;
  private final Set<String> seen = new TreeSet<>();

  OpenApi(String document) {
    this.document = JsonMapper.shared().readTree(document);
  }

  /** Every operation that it describes, such as {@code GET /__tck}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return operations;
  }

  Set<String> seen() {
    return seen;
  }

  /** Fails where the answer to a request is not as described. */
  void check(String method, String path, int status, String body) {
    String template = template(path.replaceFirst("\\?.*", ""));
    JsonNode operation =
        document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    assertThat(operation.isObject()).as("%s %s is described", method, template).isTrue();
    JsonNode answer = resolved(operation.path("responses").path(Integer.toString(status)));
    assertThat(answer.isObject()).as("%d to %s %s is described", status, method, path).isTrue();
    seen.add(method + " " + template);
    JsonNode schema = answer.at("/content/application~1json/schema");
    if (schema.isObject()) {
      assertThat(complaints(schema, JsonMapper.shared().readTree(body)))
          .as("%d to %s %s: %s", status, method, path, body)
          .isEmpty();
    }
  }

  /** The plain path wins over the one with a place left open. */
  private String template(String path) {
    return document.path("paths").propertyNames().stream()
        .filter(it -> path.matches(it.replaceAll("\\{\\w+}", "[^/]+")))
        .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
        .orElseThrow(() -> new AssertionError(path + " is not described"));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }

  private Set<String> complaints(JsonNode schema, JsonNode value) {
    ObjectNode whole = ((ObjectNode) schema).deepCopy();
    whole.set("components", document.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(value)
        .stream()
        .map(Error::toString)
        .collect(Collectors.toSet());
  }
}
