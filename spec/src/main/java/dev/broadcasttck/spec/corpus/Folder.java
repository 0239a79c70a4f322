package dev.broadcasttck.spec.corpus;

import dev.broadcasttck.spec.source.Location;
import dev.broadcasttck.spec.source.Problems;
import dev.broadcasttck.spec.source.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A directory of the user's. */
final class Folder {
  private Folder() {}

  /** Every YAML file at any depth, by name. */
  static List<SourceFile> files(Path home, Problems problems) {
    return paths(home, problems).stream()
        .map(
            path ->
                SourceFile.of(path.toString(), below(home, path), TextFile.read(path, problems)))
        .toList();
  }

  /** The paths of every YAML file at any depth, by name. */
  static List<Path> paths(Path home, Problems problems) {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Folder::isYaml).sorted().toList();
    } catch (IOException unreadable) {
      return unlisted(home, TextFile.why(unreadable), problems);
    } catch (UncheckedIOException unreadable) {
      return unlisted(home, String.valueOf(unreadable.getMessage()), problems);
    }
  }

  private static List<Path> unlisted(Path home, String why, Problems problems) {
    Location start = new Location(home.toString(), 1, 1);
    problems.add(start, "the folder cannot be listed: " + why);
    return List.of();
  }

  /** A path from its home on, with {@code /} between its names on every system. */
  static String below(Path home, Path path) {
    return StreamSupport.stream(home.relativize(path).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static boolean isYaml(Path path) {
    String name = path.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
