package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.report.Redaction;
import dev.broadcasttck.conformance.report.Screen;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a command finds around itself.
 *
 * @param out standard output
 * @param err standard error
 * @param in standard input
 * @param traits what the terminal can show
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    Map<String, String> environment,
    Screen.Traits traits,
    Clock clock) {

  /** What must not be shown of the environment. */
  Redaction redaction() {
    return new Redaction(
        Stream.of(EndpointOptions.KEY_VARIABLE)
            .flatMap(name -> Stream.ofNullable(environment.get(name)))
            .map(Secret::new)
            .toList());
  }

  /** Those of this process. The launcher looks at the terminal, which not every Java can see. */
  static Surroundings ofProcess() {
    return new Surroundings(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.in,
        System.getenv(),
        Screen.Traits.of(
            Boolean.getBoolean("tck.terminal"),
            Integer.getInteger("tck.columns", 0),
            System.getenv()),
        Clock.systemUTC());
  }
}
