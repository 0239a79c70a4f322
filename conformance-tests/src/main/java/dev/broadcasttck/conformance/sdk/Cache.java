package dev.broadcasttck.conformance.sdk;

import dev.broadcasttck.conformance.adapter.AdapterCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where releases are installed, once each, to outlive the run. Processes that want the same release
 * wait for each other.
 *
 * @param directory of all installations
 */
public record Cache(Path directory) {
  /** Says in an installation that it is whole, and from which commands it came. */
  private static final String SEAL = "installed-by.txt";

  private static final Duration BUDGET = Duration.ofMinutes(10);

  /** {@code TCK_CACHE}, else below the user's own cache. */
  public static Cache of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("TCK_CACHE"))
        .filter(path -> !path.isBlank())
        .map(path -> new Cache(Path.of(path).toAbsolutePath()))
        .orElseGet(
            () -> new Cache(Path.of(System.getProperty("user.home"), ".cache", "broadcast-tck")));
  }

  /**
   * Installs a release, unless that was done before.
   *
   * @param news is told what takes long
   * @return how its adapter is started
   * @throws SdkUnavailable if it cannot be installed
   */
  public AdapterCommand install(Release release, Consumer<String> news) {
    Manifest manifest = release.manifest();
    manifest.needs().forEach(program -> refuseMissing(release, program));
    Path installation = directory.resolve(manifest.name()).resolve(release.version());
    Path lock = installation.resolveSibling(release.version() + ".lock");
    try {
      Files.createDirectories(installation);
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        if (!isWhole(release, installation)) {
          news.accept("installing " + release + "…");
          clear(installation);
          run(release, installation);
          Files.writeString(installation.resolve(SEAL), seal(release, installation));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AdapterCommand(manifest.running(release.version(), installation), installation);
  }

  private static void refuseMissing(Release release, String program) {
    boolean isThere =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    if (!isThere) {
      throw new SdkUnavailable(
          "%s needs `%s`, which is not on the PATH%s"
              .formatted(
                  release,
                  program,
                  release.manifest().optional().map(why -> " (" + why + ")").orElse("")));
    }
  }

  private static boolean isWhole(Release release, Path installation) throws IOException {
    Path seal = installation.resolve(SEAL);
    if (!Files.exists(seal) || !Files.readString(seal).equals(seal(release, installation))) {
      return false;
    }
    FileTime sealed = Files.getLastModifiedTime(seal);
    for (Path source : release.manifest().sources()) {
      if (isNewer(source, sealed)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNewer(Path source, FileTime than) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).compareTo(than) > 0) {
          return true;
        }
      }
      return false;
    }
  }

  private static String seal(Release release, Path installation) {
    StringBuilder seal = new StringBuilder();
    release
        .manifest()
        .installing(release.version(), installation)
        .forEach(command -> seal.append(String.join(" ", command)).append('\n'));
    return seal.toString();
  }

  private static void clear(Path installation) throws IOException {
    try (Stream<Path> files = Files.walk(installation)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(installation)) {
          Files.delete(file);
        }
      }
    }
  }

  private static void run(Release release, Path installation) throws IOException {
    Path log = installation.resolveSibling(release.version() + ".log");
    Files.deleteIfExists(log);
    for (List<String> command : release.manifest().installing(release.version(), installation)) {
      Process process =
          new ProcessBuilder(command)
              .directory(installation.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!hasEnded(process) || process.exitValue() != 0) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new SdkUnavailable(
            ("%s could not be installed: `%s` failed; is there such a release, and can its registry"
                    + " be reached? All that it said is in %s")
                .formatted(release, String.join(" ", command), log));
      }
    }
  }

  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(BUDGET.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
