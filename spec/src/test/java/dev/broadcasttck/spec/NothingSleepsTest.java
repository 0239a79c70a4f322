package dev.broadcasttck.spec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing in the whole tree waits for a time, be it a test, a benchmark, an adapter or a script.
 */
class NothingSleepsTest {
  private static final Path ROOT = Path.of("..");

  /** What was built or installed, and what git keeps for itself. */
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  private static final Pattern CODE =
      Pattern.compile(".*\\.(java|kt|js|mjs|py|dart|html|sh|ya?ml)|[^.]+");

  private static final List<Pattern> WAITS =
      Stream.of(
              "\\bu?sleep\\s*\\(",
              "::\\s*sleep\\b",
              "\\b(parkNanos|parkUntil|onSpinWait)\\s*\\(",
              "\\bAtomics\\s*\\.\\s*wait\\s*\\(",
              "(^|[.;{])\\s*wait\\s*\\(\\s*[^)\\s]",
              "(^|[;&|(]|\\b(do|then|else|run:))\\s*u?sleep\\s+[\\d.$\"']")
          .map(Pattern::compile)
          .toList();

  @Test
  void noFileWaitsForATime() throws IOException {
    List<Path> files = files();
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(waits(ROOT.relativize(file), Files.readAllLines(file, ISO_8859_1)));
    }

    assertThat(files.stream().map(file -> ROOT.relativize(file).toString()))
        .contains("tck", ".ci/run", "benchmarks/run", "benchmarks/peers/ws/server.js")
        .anyMatch(name -> name.startsWith("benchmarks/harness/src"))
        .anyMatch(name -> name.startsWith("adapters/"));
    assertThat(found)
        .as("a fixed wait proves nothing and costs time: wait for something, with a limit")
        .isEmpty();
  }

  @Test
  void everyWayToWaitForATimeIsSeen() throws IOException {
    List<String> ways = Files.readAllLines(Path.of("src/test/resources/fixed-waits.txt"));

    assertThat(ways).isNotEmpty().allMatch(NothingSleepsTest::waits);
  }

  private static List<String> waits(Path file, List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(index -> waits(lines.get(index)))
        .mapToObj(index -> "%s:%d: %s".formatted(file, index + 1, lines.get(index).strip()))
        .toList();
  }

  private static boolean waits(String line) {
    return WAITS.stream().anyMatch(wait -> wait.matcher(line).find());
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isCode(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static boolean isCode(Path file) {
    return CODE.matcher(file.getFileName().toString()).matches();
  }
}
