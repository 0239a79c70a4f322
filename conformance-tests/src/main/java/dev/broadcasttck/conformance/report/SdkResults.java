package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of playing the corpora of clients with some libraries, several times each, as a page of
 * Markdown.
 *
 * @param command that made it
 */
public record SdkResults(LocalDate date, String command, List<Library> libraries) {
  private static final int LONGEST = 220;

  /**
   * One library.
   *
   * @param name with its version
   * @param passes a list of results a pass
   */
  public record Library(String name, List<Pass> passes) {
    public Library {
      passes = List.copyOf(passes);
    }

    private Map<String, List<Result>> byPlaying() {
      Map<String, List<Result>> all = new LinkedHashMap<>();
      passes.forEach(
          pass ->
              pass.results()
                  .forEach(it -> all.computeIfAbsent(it.id(), id -> new ArrayList<>()).add(it)));
      return all;
    }

    private List<List<Result>> notGreen() {
      return byPlaying().values().stream()
          .filter(results -> results.stream().anyMatch(SdkResults::isDoubtful))
          .toList();
    }

    private boolean isStable() {
      return byPlaying().values().stream().allMatch(results -> verdicts(results).size() == 1);
    }

    private Duration slowest() {
      return passes.stream().map(Pass::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }
  }

  /** All that was played once. */
  public record Pass(List<Result> results, Duration took) {
    public Pass {
      results = List.copyOf(results);
    }
  }

  public SdkResults {
    libraries = List.copyOf(libraries);
  }

  /** These, and what came of one more library. */
  public SdkResults and(Library library) {
    List<Library> all = new ArrayList<>(libraries);
    all.add(library);
    return new SdkResults(date, command, all);
  }

  /** Whether each playing of each library came to the same verdict each time. */
  public boolean isStable() {
    return libraries.stream().allMatch(Library::isStable);
  }

  /** The page. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Released SDKs under test");
    lines.add("");
    lines.add("Both corpora of clients against the bundled mock, on " + date + ", made with");
    lines.add("");
    lines.add("    " + command);
    lines.add("");
    lines.add(
        "A count is that of the first pass. What is not green is listed below with its evidence;"
            + " what an SDK cannot show or do is not applicable to it.");
    lines.add("");
    lines.add("| SDK | passes | corpus | passed | failed | inconclusive | n/a | changed |");
    lines.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
    libraries.forEach(library -> lines.addAll(rows(library)));
    libraries.forEach(library -> lines.addAll(section(library)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> rows(Library library) {
    Map<String, List<List<Result>>> corpora =
        library.byPlaying().values().stream()
            .collect(
                Collectors.groupingBy(
                    results -> results.get(0).scenario().corpus(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> rows = new ArrayList<>();
    corpora.forEach(
        (corpus, playings) -> {
          Map<Verdict, Long> counts =
              playings.stream()
                  .collect(
                      Collectors.groupingBy(
                          results -> results.get(0).verdict(),
                          () -> new EnumMap<>(Verdict.class),
                          Collectors.counting()));
          long changed = playings.stream().filter(it -> verdicts(it).size() > 1).count();
          rows.add(
              "| %s | %d | %s | %d | %d | %d | %d | %d |"
                  .formatted(
                      library.name(),
                      library.passes().size(),
                      corpus,
                      counts.getOrDefault(Verdict.PASSED, 0L),
                      counts.getOrDefault(Verdict.FAILED, 0L),
                      counts.getOrDefault(Verdict.INCONCLUSIVE, 0L),
                      counts.getOrDefault(Verdict.NOT_APPLICABLE, 0L),
                      changed));
        });
    return rows;
  }

  private static List<String> section(Library library) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("## " + library.name());
    lines.add("");
    lines.add("The slowest pass took %d s.".formatted(library.slowest().toSeconds() + 1));
    lines.add("");
    if (library.notGreen().isEmpty()) {
      lines.add("All green.");
    }
    library.notGreen().forEach(results -> lines.add(line(results)));
    return lines;
  }

  private static String line(List<Result> results) {
    Result worst = results.stream().filter(SdkResults::isDoubtful).findFirst().orElseThrow();
    return "* `%s`: %s. %s".formatted(worst.id(), verdictsInWords(results), evidence(worst));
  }

  private static String verdictsInWords(List<Result> results) {
    Map<Verdict, Long> counts =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    Result::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    return counts.size() == 1
        ? results.get(0).verdict().toString()
        : "**unstable**: "
            + counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
  }

  private static String evidence(Result result) {
    return result.findings().stream().findFirst().map(SdkResults::evidence).orElse("");
  }

  private static String evidence(Finding finding) {
    return "Expected %s; %s (%s)."
        .formatted(shown(finding.expected()), shown(finding.actual()), finding.where());
  }

  /** Names are new in each playing, and where a library is installed is nobody's business. */
  private static String shown(String text) {
    String plain =
        text.replaceAll("\\s+", " ")
            .replaceAll("(room|hall)-[a-z0-9]{6,}", "$1-…")
            .replaceAll("/[^ ()]*/(?=node_modules/)", "")
            .replace("|", "\\|")
            .replace("<", "\\<");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }

  private static Set<Verdict> verdicts(List<Result> results) {
    return results.stream().map(Result::verdict).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isDoubtful(Result result) {
    return result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOT_APPLICABLE;
  }
}
