package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadcasttck.conformance.cli.CommandTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the documents does what a reader expects of it, as the table says. */
class DocumentedCommandsTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern TEST_CLASS = Pattern.compile("-Dtest=(\\w+)(?: |$)");
  private static final Pattern MODULE = Pattern.compile("-pl (\\S+)");

  @TempDir static Path directory;

  private static Workbench bench;

  @BeforeAll
  static void open() {
    bench = new Workbench(directory);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  /** Each once, in the order of the documents, for later ones read what earlier ones wrote. */
  static Stream<TypedLine> commands() {
    return once(Stream.of("README.md", "README.zh-CN.md").flatMap(TypedLine::everywhereIn));
  }

  private static Stream<TypedLine> once(Stream<TypedLine> lines) {
    Map<String, TypedLine> once = new LinkedHashMap<>();
    lines.forEach(line -> once.putIfAbsent(line.command(), line));
    return once.values().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  @Timeout(60)
  void aCommandOfTheReadmeDoesWhatItSays(TypedLine line) throws IOException {
    Row row = CommandTable.read().rows().get(line.command());
    assertThat(row)
        .as(
            "%s%nhas no row in %s: add one, which runs it or says why not%s",
            line, CommandTable.FILE, objection(line))
        .isNotNull();
    if (!row.parse().isEmpty()) {
      assertThatItIsUnderstood(line);
    } else if (row.elsewhere().isEmpty()) {
      perform(line, row);
    }
  }

  /** What is wrong with a command beyond that it has no row. */
  private static String objection(TypedLine line) {
    return line.command().contains("./tck ")
        ? Workbench.misunderstanding(line.command())
            .map(why -> "%nbut first mend it, for './tck' says: %s".formatted(why))
            .orElse("")
        : "";
  }

  private static void perform(TypedLine line, Row row) throws IOException {
    assumeTrue(isInstalled(row.sdk()), "left out with -DskipSdk");
    if (line.command().contains("node adapter.js")) {
      bench.layAdapter("adapter.js", row.sdk());
    }
    for (String before : row.first()) {
      bench.run(before, CommandTable.plain(before)).expect(before, 0);
    }
    if (row.stays().isEmpty()) {
      bench.run(line.command(), row).expect(line.toString(), row.exit());
    } else {
      bench.begin(line.command(), row);
    }
  }

  private static boolean isInstalled(String sdks) {
    List<String> needed = List.of(sdks.split(" ", -1));
    return Stream.of(System.getProperty("skipSdk", "").split(",", -1))
        .filter(name -> !name.isBlank())
        .noneMatch(needed::contains);
  }

  static Stream<TypedLine> commandsOfTheOtherDocuments() throws IOException {
    try (Stream<Path> documents = Files.list(HOME.resolve("docs"))) {
      List<String> names =
          documents
              .map(file -> HOME.relativize(file).toString())
              .filter(name -> name.endsWith(".md"))
              .sorted()
              .toList();
      return once(
          Stream.concat(names.stream(), Stream.of(".ci/run")).flatMap(TypedLine::setApartIn));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commandsOfTheOtherDocuments")
  void aCommandOfAnotherDocumentIsUnderstood(TypedLine line) {
    if (line.command().contains("./tck ") && !line.command().startsWith("./tck test")) {
      assertThatItIsUnderstood(line);
    }
  }

  private static void assertThatItIsUnderstood(TypedLine line) {
    assertThat(Workbench.misunderstanding(line.command())).as(line.toString()).isEmpty();
  }

  @Test
  void theTableHasNoRowThatNoDocumentHas() throws IOException {
    TreeSet<String> rows = new TreeSet<>(CommandTable.read().rows().keySet());
    commands().map(TypedLine::command).forEach(rows::remove);

    assertThat(rows).as("rows of %s without a command", CommandTable.FILE).isEmpty();
  }

  @Test
  void theTestsAndModulesThatTheyNameAreThere() throws IOException {
    List<TypedLine> all = Stream.concat(commands(), commandsOfTheOtherDocuments()).toList();

    assertThat(named(all, TEST_CLASS)).hasSizeGreaterThan(3).isSubsetOf(classes());
    assertThat(named(all, MODULE))
        .hasSizeGreaterThan(2)
        .allMatch(module -> Files.isRegularFile(HOME.resolve(module).resolve("pom.xml")));
  }

  private static List<String> named(List<TypedLine> lines, Pattern pattern) {
    return lines.stream()
        .flatMap(line -> pattern.matcher(line.command()).results())
        .map(it -> it.group(1))
        .toList();
  }

  private static List<String> classes() throws IOException {
    List<String> names = new ArrayList<>();
    for (String module : List.of("spec", "mockserver", "conformance-tests")) {
      try (Stream<Path> sources = Files.walk(HOME.resolve(module).resolve("src/test/java"))) {
        sources.map(file -> file.getFileName().toString().replace(".java", "")).forEach(names::add);
      }
    }
    return names;
  }
}
