package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.YamlDocument;
import dev.broadcasttck.spec.source.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done with each command of the documents: {@code documented-commands.yaml}. */
record CommandTable(Map<String, Row> rows) {
  static final Path FILE = Path.of("src", "test", "resources", "documented-commands.yaml");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** What is done with one of them; the file's head says what each member means. */
  record Row(
      String command,
      boolean run,
      String stays,
      String parse,
      String elsewhere,
      Map<String, String> instead,
      String and,
      List<String> first,
      Map<String, String> env,
      String sdk,
      int exit) {
    Row {
      stays = orNothing(stays);
      parse = orNothing(parse);
      elsewhere = orNothing(elsewhere);
      instead = instead == null ? Map.of() : new LinkedHashMap<>(instead);
      and = orNothing(and);
      first = first == null ? List.of() : List.copyOf(first);
      env = env == null ? Map.of() : Map.copyOf(env);
      sdk = orNothing(sdk);
    }

    private static String orNothing(String text) {
      return text == null ? "" : text;
    }

    /** Whether it says one thing, and only one. */
    boolean isClear() {
      long ways = List.of(stays, parse, elsewhere).stream().filter(it -> !it.isEmpty()).count();
      return ways + (run ? 1 : 0) == 1;
    }
  }

  /** A row for what only prepares the ground. */
  static Row plain(String command) {
    return JSON.convertValue(Map.of("command", command, "run", true), Row.class);
  }

  static CommandTable read() throws IOException {
    Problems problems = new Problems();
    List<YamlDocument> documents =
        YamlSource.read(FILE.toString(), Files.readString(FILE), problems);
    problems.refuseAny();
    Map<String, Row> rows = new LinkedHashMap<>();
    for (JsonNode each : documents.get(0).root()) {
      Row row = JSON.treeToValue(each, Row.class);
      if (!row.isClear()) {
        throw new IllegalStateException(
            FILE + ": say one of run, stays, parse, elsewhere of: " + row.command());
      }
      if (rows.put(row.command(), row) != null) {
        throw new IllegalStateException(FILE + ": two rows for: " + row.command());
      }
    }
    return new CommandTable(rows);
  }
}
