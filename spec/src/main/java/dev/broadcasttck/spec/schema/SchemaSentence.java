package dev.broadcasttck.spec.schema;

import com.networknt.schema.Error;
import dev.broadcasttck.spec.source.DidYouMean;
import dev.broadcasttck.spec.source.YamlDocument;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An error of the validator, told to whoever wrote the file. */
final class SchemaSentence {
  private static final int LONGEST = 60;

  private final JsonNode schema;
  private final Error error;

  SchemaSentence(JsonNode schema, Error error) {
    this.schema = schema;
    this.error = error;
  }

  /** The value to mend: the unknown member itself, not the object that it is in. */
  String pointer() {
    String pointer = error.getInstanceLocation().toString();
    return isUnknownMember() ? YamlDocument.member(pointer, error.getProperty()) : pointer;
  }

  String text() {
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknown(error.getProperty(), wordsOf(place("properties")));
      case "propertyNames" ->
          quoted(name()) + " cannot be a name here" + hint(error.getSchemaNode());
      case "enum" -> unknown(error.getInstanceNode().asString(""), items(error.getSchemaNode()));
      case "required" -> "`" + error.getProperty() + "` is missing";
      case "type" -> "must be %s, not %s".formatted(expectedTypes(), kind(error.getInstanceNode()));
      case "pattern" ->
          quoted(error.getInstanceNode().asString()) + " is not right here" + hint(place(""));
      case "minItems", "minProperties", "minLength" -> "must not be empty" + hint(place(""));
      default -> error.getMessage() + hint(place(""));
    };
  }

  private boolean isUnknownMember() {
    return error.getKeyword().equals("additionalProperties");
  }

  private static String unknown(String word, List<String> known) {
    return quoted(word) + " is not known here" + DidYouMean.among(known, word);
  }

  private static String quoted(String text) {
    return "`" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "`";
  }

  private String name() {
    return error.getProperty() == null ? error.getInstanceNode().asString("") : error.getProperty();
  }

  private String expectedTypes() {
    JsonNode types = error.getSchemaNode();
    return types.isArray() ? String.join(" or ", items(types)) : types.asString();
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "the string " + quoted(node.asString());
      case NULL -> "empty";
      default -> node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  /** The neighbour of the keyword that failed; the empty name is the object that they share. */
  private JsonNode place(String neighbour) {
    String fragment = error.getSchemaLocation().getFragment().toString();
    String parent = fragment.substring(0, fragment.lastIndexOf('/'));
    return schema.at(neighbour.isEmpty() ? parent : parent + "/" + neighbour);
  }

  private static String hint(JsonNode place) {
    JsonNode description = place.path("description");
    return description.isString() ? ": " + description.asString() : "";
  }

  private static List<String> wordsOf(JsonNode properties) {
    return properties.propertyNames().stream().sorted().toList();
  }

  private static List<String> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }
}
