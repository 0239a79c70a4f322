package dev.broadcasttck.conformance.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.spec.schema.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document from which adapters are written, held against the schema. */
class DocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/adapters.md");
  private static final Path SCHEMA = Path.of("../spec/schema/adapter.schema.json");
  private static final SchemaCheck MESSAGE = SchemaCheck.named("adapter.schema.json");

  private static List<String> conversation() throws IOException {
    return Files.readAllLines(DOCUMENT).stream().filter(it -> it.matches("[<>] \\{.*")).toList();
  }

  private static JsonNode message(String line) {
    return JsonMapper.shared().readTree(line.substring(2));
  }

  @Test
  void everyLineOfTheConversationIsAMessage() throws IOException {
    assertThat(conversation()).hasSizeGreaterThan(25);
    assertThat(conversation())
        .allSatisfy(line -> assertThat(MESSAGE.complaints(message(line))).as(line).isEmpty());
  }

  @Test
  void itsResultsHaveTheShapeThatTheirMethodsWant() throws IOException {
    Map<String, String> shapes =
        Map.of("initialize", "introduction", "send", "sent", "httpSend", "sentOverHttp");
    Map<Integer, String> asked = new TreeMap<>();
    TreeSet<String> seen = new TreeSet<>();
    for (String line : conversation()) {
      JsonNode message = message(line);
      if (line.startsWith(">")) {
        asked.put(message.path("id").intValue(), message.path("method").asString());
      } else if (message.has("result")) {
        String method = String.valueOf(asked.get(message.path("id").intValue()));
        if (shapes.containsKey(method)) {
          seen.add(method);
          SchemaCheck shape = MESSAGE.definition(String.valueOf(shapes.get(method)));
          assertThat(shape.complaints(message.path("result"))).as(line).isEmpty();
        }
      }
    }
    assertThat(seen).isEqualTo(new TreeSet<>(shapes.keySet()));
  }

  @Test
  void aMessageThatIsWrongIsTold() {
    assertThat(
            MESSAGE.complaints(
                message("> {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"makeCoffee\"}")))
        .isNotEmpty();
    assertThat(
            MESSAGE
                .definition("introduction")
                .complaints(JsonMapper.shared().readTree("{\"protocol\":2}")))
        .contains("`sdk` is missing")
        .anySatisfy(sentence -> assertThat(sentence).startsWith("protocol"));
  }

  @Test
  void whatTheTablesNameIsWhatTheSchemaKnows() throws IOException {
    JsonNode schema = JsonMapper.shared().readTree(SCHEMA.toFile());
    String introduced = section("## What `initialize` declares");
    TreeSet<String> members =
        new TreeSet<>(schema.at("/$defs/introduction/properties").propertyNames());
    assertThat(rows(introduced)).isEqualTo(members);
    assertThat(rows(section("## Notifications"))).containsExactly("message", "status", "uncaught");
    assertThat(rows(section("## Requests"))).hasSize(16).contains("forget", "tokenFunction");
  }

  private static String section(String title) throws IOException {
    String text = Files.readString(DOCUMENT);
    int begin = text.indexOf(title);
    int end = text.indexOf("\n## ", begin + 1);
    return text.substring(begin, end);
  }

  /** The names in the first columns of tables. */
  private static Set<String> rows(String section) {
    TreeSet<String> names = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `(\\w+)`").matcher(section);
    while (row.find()) {
      names.add(row.group(1));
    }
    return names;
  }
}
