package dev.broadcasttck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.report.Screen;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Where tests type commands, which run in this process.
 *
 * @param environment the variables that commands see
 * @param input what they find on standard input
 */
record Shell(Map<String, String> environment, String input) {
  static final Shell EMPTY = new Shell(Map.of(), "");

  /** What came of a command. */
  record Answer(int exitCode, String out, String err) {
    String all() {
      return out + err;
    }

    /** Shows everything where it ended otherwise. */
    void expect(String typed, int code) {
      assertThat(exitCode).as("exit code of %s%n%s", typed, all()).isEqualTo(code);
    }
  }

  Answer type(List<String> arguments) {
    return type(arguments.toArray(String[]::new));
  }

  Answer type(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Tck.commandLine(surroundings(out, err), arguments).execute(arguments);
    return new Answer(exitCode, out.toString(), err.toString());
  }

  Surroundings surroundings(Writer out, Writer err) {
    return new Surroundings(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        environment,
        Screen.Traits.PLAIN,
        Clock.systemUTC());
  }
}
