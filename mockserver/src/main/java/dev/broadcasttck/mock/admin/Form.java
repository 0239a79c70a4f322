package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.spec.source.DidYouMean;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a request says beside its path, read field by field; what is wrong is told together. */
final class Form {
  private final ObjectNode fields;
  private final String where;
  private final boolean typed;
  private final List<String> complaints;
  private final Set<String> known = new LinkedHashSet<>();

  private Form(ObjectNode fields, String where, boolean typed, List<String> complaints) {
    this.fields = fields;
    this.where = where;
    this.typed = typed;
    this.complaints = complaints;
  }

  /**
   * The body, a JSON object; one without a field where there is none.
   *
   * @throws Refusal where it is something else
   */
  static Form body(Request request) {
    if (request.body().length() == 0) {
      return new Form(Json.object(), "", true, new ArrayList<>());
    }
    boolean isJson =
        request.header("content-type").filter(it -> it.startsWith("application/json")).isPresent();
    if (!isJson) {
      throw new Refusal(Refusal.WRONG, "the body must be sent as content-type: application/json");
    }
    return new Form(object(request), "", true, new ArrayList<>());
  }

  private static ObjectNode object(Request request) {
    try {
      if (Json.read(request.body()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException noJson) {
      throw new Refusal(Refusal.WRONG, "the body is not JSON: " + noJson.getOriginalMessage());
    }
    throw new Refusal(Refusal.WRONG, "the body must be a JSON object");
  }

  /** The query, in which all is text. */
  static Form query(Request request) {
    ObjectNode fields = Json.object();
    for (Map.Entry<String, String> each : request.query().entrySet()) {
      fields.put(each.getKey(), each.getValue());
    }
    Form form = new Form(fields, "", false, new ArrayList<>());
    form.known.add("token");
    return form;
  }

  Optional<String> text(String name) {
    return field(name)
        .flatMap(
            node ->
                node.isString() && !node.stringValue().isEmpty()
                    ? Optional.of(node.stringValue())
                    : complain(name, "must be a text that is not empty"));
  }

  /** Something of it is given back in any case; a complaint says that it is missing. */
  String neededText(String name) {
    if (!fields.has(name)) {
      complaints.add(where + name + " is missing");
    }
    return text(name).orElse("");
  }

  Optional<String> oneOf(String name, List<String> words) {
    return text(name)
        .flatMap(
            word ->
                words.contains(word)
                    ? Optional.of(word)
                    : complain(
                        name,
                        "must be one of "
                            + String.join(", ", words)
                            + ", not "
                            + word
                            + DidYouMean.among(words, word)));
  }

  boolean flag(String name) {
    return field(name)
        .flatMap(
            node ->
                node.isBoolean()
                    ? Optional.of(node.booleanValue())
                    : complain(name, "must be true or false"))
        .orElse(false);
  }

  Optional<Long> number(String name, long least, long most) {
    return field(name)
        .flatMap(
            node -> {
              Optional<Long> number = whole(node);
              return number.filter(it -> it >= least && it <= most).isPresent()
                  ? number
                  : complain(name, "must be a whole number from %d to %d".formatted(least, most));
            });
  }

  private Optional<Long> whole(JsonNode node) {
    if (typed) {
      return node.canConvertToLong() && node.isIntegralNumber()
          ? Optional.of(node.longValue())
          : Optional.empty();
    }
    return Optional.of(node.stringValue())
        .filter(digits -> digits.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  Optional<Double> share(String name) {
    return field(name)
        .flatMap(
            node ->
                node.isNumber() && node.doubleValue() > 0 && node.doubleValue() <= 1
                    ? Optional.of(node.doubleValue())
                    : complain(name, "must be a number above 0 and up to 1"));
  }

  ObjectNode object(String name) {
    return field(name)
        .flatMap(
            node ->
                node instanceof ObjectNode object
                    ? Optional.of(object)
                    : complain(name, "must be an object"))
        .orElseGet(Json::object);
  }

  /** What an object in it says; to be read before this one {@linkplain #end() ends}. */
  Form part(String name) {
    return new Form(object(name), where + name + ".", true, complaints);
  }

  private Optional<JsonNode> field(String name) {
    known.add(name);
    return Optional.ofNullable(fields.get(name));
  }

  <T> Optional<T> complain(String name, String sentence) {
    complaints.add(where + name + " " + sentence);
    return Optional.empty();
  }

  /** All has been read of a part. */
  void endPart() {
    for (String name : fields.propertyNames()) {
      if (!known.contains(name)) {
        complaints.add(where + name + " is not known here" + DidYouMean.among(known, name));
      }
    }
  }

  /**
   * All has been read.
   *
   * @throws Refusal where something was wrong
   */
  void end() {
    endPart();
    if (!complaints.isEmpty()) {
      throw new Refusal(Refusal.WRONG, complaints);
    }
  }
}
