package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.YamlDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Turns a document that has the shape of {@code scenario.schema.json} into a scenario. */
public final class ScenarioReader {
  private static final Set<String> MODIFIERS = Set.of("as", "control");

  private final YamlDocument document;
  private final Problems problems;

  private ScenarioReader(YamlDocument document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  /**
   * Reads one scenario.
   *
   * @param corpus the name of the folder it lies in
   */
  public static Scenario read(YamlDocument document, String corpus, Problems problems) {
    return new ScenarioReader(document, problems).scenario(corpus);
  }

  private Scenario scenario(String corpus) {
    Row row = new Row(document.root());
    return new Scenario(
        row.word("id"),
        row.word("title"),
        corpus,
        row.words("proves"),
        row.words("versions").stream().flatMap(name -> Variant.named(name).stream()).toList(),
        requires(row),
        row.text("endpoint"),
        new LinkedHashSet<>(row.words("tags")),
        row.node().get("actors").properties().stream().map(ScenarioReader::actor).toList(),
        steps(row.rows("steps")),
        document.at("/id"));
  }

  private static Set<String> requires(Row row) {
    Set<String> requires = new LinkedHashSet<>(row.words("requires"));
    row.text("endpoint").ifPresent(requires::add);
    return requires;
  }

  private static Actor actor(Map.Entry<String, JsonNode> declaration) {
    Row row = new Row(declaration.getValue());
    Optional<ProtocolVersion> vsn = row.text("vsn").flatMap(ProtocolVersion::named);
    Optional<Encoding> encoding =
        row.text("encoding").map(word -> Encoding.valueOf(word.toUpperCase(Locale.ROOT)));
    boolean knowsTextOnly = vsn.equals(Optional.of(ProtocolVersion.V1));
    return new Actor(
        declaration.getKey(),
        vsn,
        knowsTextOnly ? Optional.of(Encoding.TEXT) : encoding,
        ClientSettings.read(row));
  }

  private List<Step> steps(List<Row> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> step(lines.get(i), document.at("/steps/" + i)))
        .toList();
  }

  private Step step(Row line, Location location) {
    Map.Entry<String, JsonNode> action = line.node().properties().iterator().next();
    String verb = verb(action.getValue(), location);
    return new Step(
        action.getKey(),
        verb,
        action.getValue().path(verb),
        new Row(action.getValue()).text("as"),
        action.getValue().path("control").asBoolean(false),
        location);
  }

  private String verb(JsonNode action, Location location) {
    List<String> verbs =
        action.propertyNames().stream().filter(word -> !MODIFIERS.contains(word)).toList();
    if (verbs.size() != 1) {
      String said = verbs.isEmpty() ? "nothing" : "`" + String.join("` and `", verbs) + "`";
      problems.add(location, "a step says one thing, this one says " + said);
    }
    return verbs.isEmpty() ? "" : verbs.get(0);
  }
}
