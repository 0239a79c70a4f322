package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * Where commands of documents are typed: in a directory of its own, with a mock in place of the
 * server that they speak of.
 */
final class Workbench implements AutoCloseable {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=.*");
  private static final Pattern FILE =
      Pattern.compile("traces(/.*)?|[\\w-]+\\.(json|yaml|html|xml|md|zip|pem|js)");
  private static final Pattern MOCK =
      Pattern.compile("Broadcast mock at (\\S+) (?s:.*)anon key {3}(\\S+)");

  private final Path directory;
  private final List<Begun> staying = new ArrayList<>();
  private String url = "";
  private String key = "";

  Workbench(Path directory) {
    this.directory = directory;
  }

  /** The words of a command, after its variables. */
  private record Typed(Map<String, String> environment, List<String> words) {}

  Shell.Answer run(String command, CommandTable.Row row) throws IOException {
    Typed typed = typed(command, row);
    if (typed.words().get(0).equals("curl")) {
      return new Curl(typed.words()).fetch();
    }
    return new Shell(typed.environment(), "").type(arguments(typed));
  }

  /** Begins it, and waits for what shows that it is at work. */
  void begin(String command, CommandTable.Row row) throws IOException {
    Typed typed = typed(command, row);
    Begun begun = Begun.type(new Shell(typed.environment(), ""), arguments(typed), row.stays());
    staying.add(begun);
    become(begun.said());
  }

  /** The mock that was just started is the server of what follows. */
  private void become(String said) {
    Matcher mock = MOCK.matcher(said);
    if (mock.find()) {
      url = mock.group(1);
      key = mock.group(2);
    }
  }

  /** Puts an adapter there, of the library that is typed. */
  void layAdapter(String file, String sdk) throws IOException {
    AdapterCommand adapter =
        SdkOption.command(sdk, Shell.EMPTY.surroundings(new StringWriter(), new StringWriter()));
    Files.writeString(
        directory.resolve(file),
        "process.chdir('%s')\nrequire('%s')\n"
            .formatted(adapter.directory(), adapter.words().get(1)));
  }

  /** What {@code ./tck} says of the options, which it reads without doing anything. */
  static Optional<String> misunderstanding(String command) {
    List<String> words = words(command, CommandTable.plain(command));
    String[] arguments =
        words.subList(words.indexOf("./tck") + 1, words.size()).toArray(String[]::new);
    Surroundings nobody = Shell.EMPTY.surroundings(new StringWriter(), new StringWriter());
    try {
      CommandLine.ParseResult unused = Tck.commandLine(nobody, arguments).parseArgs(arguments);
      return Optional.empty();
    } catch (CommandLine.ParameterException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> arguments(Typed typed) {
    assertThat(typed.words().get(0)).isEqualTo("./tck");
    return typed.words().subList(1, typed.words().size());
  }

  private Typed typed(String command, CommandTable.Row row) throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    row.env().forEach((name, value) -> environment.put(name, value.replace("…", key)));
    List<String> words = new ArrayList<>(words(command, row));
    while (VARIABLE.matcher(words.get(0)).matches()) {
      String name = words.remove(0).split("=", -1)[0];
      environment.put(name, key);
    }
    List<String> meant = new ArrayList<>();
    for (String word : words) {
      meant.add(meant(word));
    }
    return new Typed(environment, meant);
  }

  private static List<String> words(String command, CommandTable.Row row) {
    String changed = command + " " + row.and();
    for (Map.Entry<String, String> each : row.instead().entrySet()) {
      assertThat(changed).as("what is replaced").contains(each.getKey());
      changed = changed.replace(each.getKey(), each.getValue());
    }
    return WORD.matcher(changed)
        .results()
        .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
        .toList();
  }

  /** Addresses are the mock's, and files are in the directory. */
  private String meant(String word) throws IOException {
    if (word.equals("…") || word.startsWith("wss://HOST")) {
      return url;
    }
    if (word.startsWith("http://127.0.0.1:4000")) {
      return word.replace("http://127.0.0.1:4000", url);
    }
    if (!FILE.matcher(word).matches()) {
      return word;
    }
    return word.contains("…") ? only(word) : directory.resolve(word).toString();
  }

  private String only(String word) throws IOException {
    Path within = directory.resolve(word).getParent();
    String glob = Path.of(word).getFileName().toString().replace("…", "*");
    try (DirectoryStream<Path> found = Files.newDirectoryStream(within, glob)) {
      return found.iterator().next().toString();
    }
  }

  /** Presses Ctrl-C where something still goes on. */
  @Override
  public void close() {
    assertThat(staying.stream().map(Begun::stop))
        .as("exit codes after Ctrl-C")
        .allMatch(code -> code == CutOff.EXIT_CODE);
  }
}
