package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.artefact.Form;
import dev.broadcasttck.conformance.artefact.SecretGate;
import dev.broadcasttck.conformance.record.Proceedings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say in which forms a run is reported; {@code -} is standard output. */
final class ReportOptions {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final Map<Form, Path> wanted = new EnumMap<>(Form.class);

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the results to this file; every other report can be made from it again.")
  void json(Path file) {
    wanted.put(Form.JSON, file);
  }

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page for a browser, which needs no network.")
  void html(Path file) {
    wanted.put(Form.HTML, file);
  }

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit's XML.")
  void junit(Path file) {
    wanted.put(Form.JUNIT, file);
  }

  @Option(
      names = "--ctrf",
      paramLabel = "FILE",
      description = "Write the Common Test Report Format.")
  void ctrf(Path file) {
    wanted.put(Form.CTRF, file);
  }

  @Option(
      names = "--open-test",
      paramLabel = "FILE",
      description = "Write the events of Open Test Reporting.")
  void openTest(Path file) {
    wanted.put(Form.OPEN_TEST, file);
  }

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a summary, such as for $$GITHUB_STEP_SUMMARY.")
  void markdown(Path file) {
    wanted.put(Form.MARKDOWN, file);
  }

  @Option(names = "--tap", paramLabel = "FILE", description = "Write the Test Anything Protocol.")
  void tap(Path file) {
    wanted.put(Form.TAP, file);
  }

  @Option(
      names = "--annotations",
      paramLabel = "FILE",
      description = "Write annotations of GitHub Actions; '-' prints them, and GitHub shows them.")
  void annotations(Path file) {
    wanted.put(Form.ANNOTATIONS, file);
  }

  @Option(
      names = "--earl",
      paramLabel = "FILE",
      description = "Write an implementation report in EARL, as JSON-LD.")
  void earl(Path file) {
    wanted.put(Form.EARL, file);
  }

  @Option(
      names = "--traces",
      paramLabel = "DIR",
      description = "Write a file of JSON lines for each playing whose tape was kept.")
  void traces(Path directory) {
    wanted.put(Form.TRACES, directory);
  }

  @Option(
      names = "--har",
      paramLabel = "DIR",
      description = "Write an HTTP archive for each playing whose tape was kept.")
  void har(Path directory) {
    wanted.put(Form.HAR, directory);
  }

  @Option(
      names = "--badge",
      paramLabel = "DIR",
      description = "Write a badge for shields.io for each corpus and protocol version.")
  void badge(Path directory) {
    wanted.put(Form.BADGE, directory);
  }

  boolean areNone() {
    return wanted.isEmpty();
  }

  /** Told before the work, for afterwards what came of it would be lost. */
  void refuseUnwritable() {
    wanted.forEach(
        (form, path) -> {
          if (form.isDirectory()) {
            refuseUnwritableDirectory(form.option(), path);
          } else if (!path.equals(STANDARD_OUTPUT)) {
            OutputFile.refuseUnwritable(form.option(), path);
          }
        });
  }

  private static void refuseUnwritableDirectory(String option, Path directory) {
    if (!Files.isDirectory(directory)) {
      OutputFile.refuseUnwritable(option, directory);
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw Mistake.usage(option + ": " + directory + " is a file; name a directory");
    }
    if (Files.isDirectory(directory) && !Files.isWritable(directory)) {
      throw Mistake.usage(option + ": " + directory + " cannot be written");
    }
  }

  /**
   * Writes them all.
   *
   * @throws dev.broadcasttck.conformance.artefact.LeakedSecret if one would hold a secret
   */
  void write(Proceedings proceedings, SecretGate gate, PrintWriter out) {
    wanted.forEach(
        (form, path) ->
            form.texts(proceedings).forEach((name, text) -> write(path, name, text, gate, out)));
  }

  private static void write(Path path, String name, String text, SecretGate gate, PrintWriter out) {
    if (path.equals(STANDARD_OUTPUT)) {
      gate.print(out, text);
    } else {
      gate.write(name.isEmpty() ? path : path.resolve(name), text);
    }
  }
}
