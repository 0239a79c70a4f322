package dev.broadcasttck.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The sample app, a process of Node that runs outside of this one. */
final class App implements AutoCloseable {
  private static final Path SOURCES = Path.of("app").toAbsolutePath();
  private static final Path INSTALLED = Path.of("target", "app").toAbsolutePath();
  private static final List<String> FILES = List.of("package.json", "chat.js", "package-lock.json");
  private static final Duration NPM_BUDGET = Duration.ofMinutes(5);
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final Process process;
  private final List<String> printed = new CopyOnWriteArrayList<>();

  private App(Process process) {
    this.process = process;
    Thread reader =
        new Thread(() -> process.inputReader(UTF_8).lines().forEach(printed::add), "reader of app");
    reader.setDaemon(true);
    reader.start();
  }

  /** Installs it with what it needs, unless that was done before from the same lock file. */
  static void install() {
    Path lock = INSTALLED.resolve("installed-from.json");
    try {
      Files.createDirectories(INSTALLED);
      for (String file : FILES) {
        Files.write(INSTALLED.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
      }
      if (!Files.exists(lock) || Files.mismatch(SOURCES.resolve("package-lock.json"), lock) >= 0) {
        npmCi();
        Files.write(lock, Files.readAllBytes(SOURCES.resolve("package-lock.json")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void npmCi() throws IOException {
    Path log = INSTALLED.resolve("npm.log");
    Process npm =
        start(
            new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .redirectOutput(log.toFile()));
    if (!ended(npm, NPM_BUDGET) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new IllegalStateException(
          "the sample app could not be installed from the npm registry: make the registry reachable"
              + " (npm's own words are in %s), or leave it out with -DskipSdk=supabase-js."
                  .formatted(log));
    }
  }

  private static Process start(ProcessBuilder program) {
    try {
      return program.directory(INSTALLED.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "the sample app needs `%s`: install Node.js 20 or newer (on Debian and Ubuntu: apt-get install nodejs npm), or leave it out with -DskipSdk=supabase-js."
              .formatted(program.command().get(0)),
          e);
    }
  }

  private static boolean ended(Process process, Duration budget) {
    try {
      return process.waitFor(budget.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static App start(Map<String, String> environment) {
    var program = new ProcessBuilder("node", "chat.js");
    program.environment().putAll(environment);
    return new App(start(program));
  }

  /** Waits until it prints a line. */
  App prints(String line) {
    await(line).atMost(BUDGET).untilAsserted(() -> assertThat(printed).contains(line));
    return this;
  }

  /** What it has printed so far. */
  List<String> printed() {
    return List.copyOf(printed);
  }

  App type(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How it ends by itself. */
  int exitCode() {
    if (!ended(process, BUDGET)) {
      throw new AssertionError("the app has not ended; it printed " + printed);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
