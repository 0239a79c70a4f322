package dev.broadcasttck.conformance.sdk;

import dev.broadcasttck.spec.schema.SchemaCheck;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.TextFile;
import dev.broadcasttck.spec.source.YamlDocument;
import dev.broadcasttck.spec.source.YamlSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What an {@code adapter.yaml} says: how an adapter is started, and how a release of the library
 * that it drives is installed.
 *
 * @param directory of the file
 * @param node its content
 */
public record Manifest(Path directory, JsonNode node) {
  static final String FILE = "adapter.yaml";
  static final String SCHEMA = "adapter.schema.json";

  /**
   * Reads a manifest.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource with every problem of the file
   */
  static Manifest read(Path directory) {
    Path file = directory.resolve(FILE);
    Problems problems = new Problems();
    List<YamlDocument> documents =
        YamlSource.read(file.toString(), TextFile.read(file, problems), problems);
    problems.refuseAny();
    SchemaCheck schema = SchemaCheck.in(directory.resolveSibling(SCHEMA));
    documents.forEach(document -> schema.accepts(document, problems));
    problems.refuseAny();
    return new Manifest(directory, documents.get(0).root());
  }

  public String name() {
    return node.path("name").asString();
  }

  /** The release taken where none is named. */
  public String defaultVersion() {
    return node.path("default").asString();
  }

  /** Programs that must be there. */
  List<String> needs() {
    return texts(node.path("needs"));
  }

  /** Files of the directory that the installation is made of. */
  List<Path> sources() {
    return texts(node.path("sources")).stream().map(directory::resolve).toList();
  }

  /** Why it is no fault if what is needed is not there. */
  Optional<String> optional() {
    return node.path("optional").stringValueOpt();
  }

  /** The commands that install a release, in their order. */
  List<List<String>> installing(String version, Path installation) {
    return StreamSupport.stream(node.path("install").spliterator(), false)
        .map(command -> filled(command, version, installation))
        .toList();
  }

  /** The command that starts the adapter. */
  List<String> running(String version, Path installation) {
    return filled(node.path("run"), version, installation);
  }

  private List<String> filled(JsonNode command, String version, Path installation) {
    Map<String, String> variables = new LinkedHashMap<>();
    node.path("variables").properties().forEach(e -> variables.put(e.getKey(), text(e.getValue())));
    node.path("versions")
        .path(version)
        .properties()
        .forEach(e -> variables.put(e.getKey(), text(e.getValue())));
    variables.put("dir", directory.toString());
    variables.put("install", installation.toString());
    variables.put("version", version);
    return texts(command).stream().map(word -> filled(word, variables)).toList();
  }

  private static String filled(String word, Map<String, String> variables) {
    String filled = word;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return filled;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(Manifest::text).toList();
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }
}
