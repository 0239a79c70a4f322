package dev.broadcasttck.spec.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of the published JSON Schemas, the authority for the shape of the files that name it.
 *
 * <p>Conditional parts ({@code if}, {@code then}) are there for editors: the review of the content
 * says the same with the exact line, so they are not repeated here.
 */
public final class SchemaCheck {
  private final JsonNode text;
  private final Schema schema;

  private SchemaCheck(JsonNode text) {
    this.text = text;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  /** The schema of that name, such as {@code scenario.schema.json}. */
  public static SchemaCheck named(String name) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream("/tck/schema/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema " + name + " on the class path");
      }
      return new SchemaCheck(JsonMapper.shared().readTree(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A schema that lies beside the files that name it. */
  public static SchemaCheck in(Path file) {
    return new SchemaCheck(JsonMapper.shared().readTree(file.toFile()));
  }

  /** One of this schema's definitions, as a schema of its own. */
  public SchemaCheck definition(String name) {
    if (!text.at("/$defs/" + name).isObject()) {
      throw new IllegalArgumentException("the schema defines no " + name);
    }
    ObjectNode part = JsonMapper.shared().createObjectNode();
    part.put("$schema", text.path("$schema").asString());
    part.put("$ref", "#/$defs/" + name);
    part.set("$defs", text.path("$defs"));
    return new SchemaCheck(part);
  }

  /** What is wrong with a value, a sentence each; empty if it has the right shape. */
  public List<String> complaints(JsonNode value) {
    return schema.validate(value).stream().map(this::complaint).distinct().toList();
  }

  private String complaint(Error error) {
    SchemaSentence sentence = new SchemaSentence(text, error);
    String member = sentence.pointer().replaceFirst("^/", "").replace('/', '.');
    return member.isEmpty() ? sentence.text() : member + ": " + sentence.text();
  }

  /** Whether the document has the right shape; where not, the problems say why. */
  public boolean accepts(YamlDocument document, Problems problems) {
    int before = problems.count();
    for (Error error : schema.validate(document.root())) {
      if (!error.getEvaluationPath().contains("then")) {
        SchemaSentence sentence = new SchemaSentence(text, error);
        problems.add(document.at(sentence.pointer()), sentence.text());
      }
    }
    return problems.count() == before;
  }
}
