package dev.broadcasttck.conformance.sdk;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is promised to authors of adapters holds for those that come with the suite. */
class AdapterProgramsTest {
  private static final int TOO_LONG = 100;
  private static final int WIDEST = 120;

  @Test
  void eachFileOfAnAdapterTakesFewerThanAHundredLinesOfReadableWidth() {
    assertThat(programs().flatMap(AdapterProgramsTest::excesses)).isEmpty();
  }

  @Test
  void theProgramOfEachAdapterIsAmongThem() {
    Set<String> found =
        programs()
            .filter(file -> file.getFileName().toString().matches("[Aa]dapter\\..*"))
            .map(file -> Installation.ADAPTERS.relativize(file).getName(0).toString())
            .collect(toSet());

    // realtime-js is driven by the program of supabase-js
    assertThat(new Shelf(Installation.ADAPTERS).names())
        .filteredOn(name -> !name.equals("realtime-js"))
        .isSubsetOf(found);
  }

  private static Stream<Path> programs() {
    try (Stream<Path> files = Files.walk(Installation.ADAPTERS)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(js|py|kt|dart)"))
          .filter(file -> !file.toString().contains("node_modules"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> excesses(Path file) {
    List<String> lines = lines(file);
    List<String> excesses = new ArrayList<>();
    if (lines.size() >= TOO_LONG) {
      excesses.add(
          "%s has %d lines, fewer than %d are promised".formatted(file, lines.size(), TOO_LONG));
    }
    for (int number = 1; number <= lines.size(); number++) {
      int width = lines.get(number - 1).length();
      if (width > WIDEST) {
        excesses.add(
            "%s:%d: has %d characters, %d at most are readable"
                .formatted(file, number, width, WIDEST));
      }
    }
    return excesses.stream();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
