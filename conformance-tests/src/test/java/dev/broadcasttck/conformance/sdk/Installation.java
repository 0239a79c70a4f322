package dev.broadcasttck.conformance.sdk;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A release of an SDK, installed where {@code --sdk NAME@VERSION} installs it.
 *
 * @param release as it is typed
 * @param command starts its adapter
 */
record Installation(String release, AdapterCommand command) {
  static final Path ADAPTERS = Path.of("..", "adapters").toAbsolutePath().normalize();

  /** Installs it, unless that was done before. */
  static Installation of(String release) {
    try {
      return new Installation(
          release,
          Cache.of(System.getenv())
              .install(new Shelf(ADAPTERS).release(release), System.err::println));
    } catch (SdkUnavailable e) {
      throw new NotInstalled(
          "%s; or leave this SDK out with -DskipSdk=%s"
              .formatted(e.sentence(), release.replaceFirst("(.)@.*", "$1")));
    }
  }

  /** Where what it writes to its standard error is kept. */
  File complaints() {
    Path directory = Path.of("target", "sdk").toAbsolutePath();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory.resolve(release + ".log").toFile();
  }

  /** Starts a program in the installation's directory. */
  Process start(ProcessBuilder program) {
    try {
      return program.directory(command.directory().toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
