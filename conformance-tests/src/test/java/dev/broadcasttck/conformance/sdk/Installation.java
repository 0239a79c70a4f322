package dev.broadcasttck.conformance.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A release of an SDK from npm, as its committed manifest and lock file say, in a directory of its
 * own that outlives the build.
 *
 * @param sdk its name, which is its directory's below {@code adapters}
 * @param release its exact version
 */
record Installation(String sdk, String release) {
  static final Path ADAPTERS = Path.of("..", "adapters").toAbsolutePath().normalize();

  private static final Duration NPM_BUDGET = Duration.ofMinutes(5);

  Path adapter() {
    return ADAPTERS.resolve(sdk).resolve("adapter.js");
  }

  Path directory() {
    return Path.of("target", "sdk", sdk + "-" + release).toAbsolutePath();
  }

  /** Installs it, unless that was done before from the same lock file. */
  Installation install() {
    Path lock = manifests().resolve("package-lock.json");
    Path installedFrom = directory().resolve("installed-from.json");
    try {
      if (!Files.exists(installedFrom) || Files.mismatch(lock, installedFrom) >= 0) {
        Files.createDirectories(directory());
        copy(manifests().resolve("package.json"), directory().resolve("package.json"));
        copy(lock, directory().resolve("package-lock.json"));
        npmCi();
        copy(lock, installedFrom);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path manifests() {
    return ADAPTERS.resolve(sdk).resolve("releases").resolve(release);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private void npmCi() throws IOException {
    Path log = directory().resolve("npm.log");
    Process npm =
        start(
            new ProcessBuilder(
                    "npm",
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--prefer-offline",
                    "--fetch-retry-mintimeout=1000",
                    "--fetch-retry-maxtimeout=5000")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
    if (!ended(npm) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new NotInstalled(
          "%s %s could not be installed from the npm registry: make the registry reachable (npm's own words are in %s), or leave this SDK out with -DskipSdk=%s."
              .formatted(sdk, release, log, sdk));
    }
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(NPM_BUDGET.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Starts a program of the SDK's toolchain in the installation's directory. */
  Process start(ProcessBuilder program) {
    try {
      return program.directory(directory().toFile()).start();
    } catch (IOException e) {
      throw new NotInstalled(
          "%s %s cannot be tested because `%s` does not start: install Node.js 20 or newer (on Debian and Ubuntu: apt-get install nodejs npm), or leave this SDK out with -DskipSdk=%s."
              .formatted(sdk, release, program.command().get(0), sdk));
    }
  }
}
