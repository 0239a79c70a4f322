package dev.broadcasttck.conformance.sdk;

import dev.broadcasttck.spec.source.DidYouMean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The adapters that come with the suite, a directory each.
 *
 * @param directory of them all
 */
public record Shelf(Path directory) {

  /** The names of the libraries that there is an adapter for. */
  public List<String> names() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(Manifest.FILE)))
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A release as it is typed.
   *
   * @param typed {@code NAME}, or {@code NAME@VERSION}
   * @throws SdkUnavailable if there is no adapter for it
   */
  public Release release(String typed) {
    int at = typed.indexOf('@', 1);
    String name = at < 0 ? typed : typed.substring(0, at);
    if (!names().contains(name)) {
      throw new SdkUnavailable(
          "there is no adapter for '%s'%s".formatted(name, DidYouMean.among(names(), name)));
    }
    Manifest manifest = Manifest.read(directory.resolve(name));
    String version = at < 0 ? manifest.defaultVersion() : typed.substring(at + 1);
    if (!version.matches("[0-9A-Za-z][0-9A-Za-z.+_-]*")) {
      throw new SdkUnavailable("'%s' is no version of %s".formatted(version, name));
    }
    return new Release(manifest, version);
  }
}
