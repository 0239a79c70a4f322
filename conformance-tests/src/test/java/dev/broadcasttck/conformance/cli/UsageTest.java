package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class UsageTest {
  private static final String KEY = "eyJhbGciOi.eyJyb2xlIjoi.c2lnbmF0dXJl";

  static Stream<Arguments> misspeltOptions() {
    CommandLine tck = Tck.commandLine(Surroundings.ofProcess());
    return Stream.of("run", "mock")
        .flatMap(
            command ->
                tck.getSubcommands().get(command).getCommandSpec().options().stream()
                    .map(option -> option.longestName())
                    .map(name -> Arguments.of(command, misspelt(name), name)));
  }

  private static String misspelt(String name) {
    return name + name.charAt(name.length() - 1);
  }

  @ParameterizedTest
  @MethodSource("misspeltOptions")
  void aMisspeltOptionIsAnsweredWithTheLikelyOne(String command, String typed, String meant) {
    Shell.Answer answer = Shell.EMPTY.type(command, typed);

    assertThat(answer.err())
        .isEqualToIgnoringNewLines(
            "tck %s: unknown option '%s', did you mean '%s'? See './tck %s --help'"
                .formatted(command, typed, meant, command));
    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void aMisspeltCommandIsAnsweredWithTheLikelyOne() {
    Shell.Answer answer = Shell.EMPTY.type("rnu");
    assertThat(answer.err()).startsWith("tck: unknown command 'rnu', did you mean 'run'?");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--vsn 2 | there is no version '2', there are 1.0.0 and 2.0.0",
        "--fault ECHOALWAYS | there is no fault 'ECHOALWAYS', did you mean `ECHO_ALWAYS`?",
        "--only SELF-1/sender-hears-nothing | did you mean 'SELF-1/sender-hears-nothing-",
        "--only SELF-1/sender-hears-nothing-by-defualt | did you mean 'SELF-1/sender-hears-nothing-",
        "--only tag:smokee | did you mean 'tag:smoke'?",
        "--only zzzzzzzz | --only 'zzzzzzzz' matches nothing; --list shows what there is",
        "--only NAME-* --only nothing-* | --only 'nothing-*' matches nothing",
        "--apikey k | a key without --url",
        "--url ws://h | a server needs a key",
        "--url ws://h --token t --jwt-secret s | --token or --jwt-secret, not both",
        "--url ftp://h --apikey k | begins with none of wss://",
        "--url ws://h --apikey k --header secret | has no colon",
        "--url ws://h --apikey k --fault REST_DEAF | --fault is for the bundled mock",
        "--json /nowhere/at/all.json | the directory of /nowhere/at/all.json does not exist",
        "--json / | is a directory",
        "--url | Missing required parameter for option '--url'",
        "--url ws://h --apikey - | standard input holds no key",
      })
  void whatCannotBeIsToldInOneSentence(String options, String sentence) {
    Shell.Answer answer = Shell.EMPTY.type(("run " + options).split(" ", -1));

    assertThat(answer.err()).startsWith("tck run: ").contains(sentence).hasLineCount(1);
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void aKeyBehindAMisspeltOptionIsNotShown() {
    List<Shell.Answer> answers =
        List.of(
            Shell.EMPTY.type("run", "--apikye=" + KEY),
            Shell.EMPTY.type("run", "--apikye", KEY),
            Shell.EMPTY.type("run", "--apikey", KEY, KEY),
            Shell.EMPTY.type("run", "--url", "wss:host?apikey=" + KEY, "--apikey", KEY),
            Shell.EMPTY.type("run", "--url", "ws://host", "--header", KEY, "--apikey", KEY));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.exitCode()).isEqualTo(4));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.all()).isNotEmpty().doesNotContain(KEY));
  }

  @Test
  void wrongScenariosAreToldWithFileAndLine(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(file, "id: SELF-1/x\ntitel: A title\n");
    Shell.Answer answer = Shell.EMPTY.type("run", "--scenarios", folder.toString());

    assertThat(answer.err()).contains(file + ":2: ").contains("title");
    assertThat(answer.exitCode()).isEqualTo(4);
  }

  @Test
  void theVersionIsALine() {
    assertThat(Shell.EMPTY.type("--version").out()).startsWith("Broadcast TCK ").hasLineCount(1);
  }

  @Test
  void helpNamesEveryCommandAndOption() {
    assertThat(Shell.EMPTY.type("--help").out()).contains("run", "mock", "test", "Exit codes");
    assertThat(Shell.EMPTY.type("run", "--help").out()).contains("--url", "--only", "--json");
    assertThat(Shell.EMPTY.type("mock", "--help").out()).contains("--port", "--jwt-secret");
  }

  @Test
  void completionKnowsTheCommandsAndTheirValues() {
    assertThat(Shell.EMPTY.type("generate-completion").out())
        .contains("--jwt-secret", "ECHO_ALWAYS", "2.0.0");
  }
}
