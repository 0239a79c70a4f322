package dev.broadcasttck.conformance.report;

import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.ExitCode;
import dev.broadcasttck.conformance.verdict.Outcome;
import dev.broadcasttck.conformance.verdict.Remark;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import dev.broadcasttck.spec.rule.RuleBook;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A run as a person watches it: what is wrong as it happens, and a table at the end. */
public final class ConsoleReport implements RunListener {
  /** A log hears of the progress this often, a terminal all the time. */
  private static final int MILESTONES = 4;

  /** A run of fewer playings is over too soon for that. */
  private static final int LONG = 20;

  /** What is not told one by one: what is well, and what a line each of the baseline tells. */
  private static final Set<Verdict> QUIET =
      EnumSet.of(
          Verdict.PASSED,
          Verdict.NOT_APPLICABLE,
          Verdict.KNOWN_FAILING,
          Verdict.KNOWN_FLAKY,
          Verdict.UNEXPECTED_PASS);

  private static final int LONGEST_BAR = 30;

  /** Of each verdict; who has more to read needs the report anyway. */
  private static final int NAMED_AT_THE_END = 10;

  private final Screen screen;
  private final RuleBook rules;
  private final String again;
  private final String tail;
  private final Map<String, Verdict> shown = new HashMap<>();
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private int total;
  private int done;

  /**
   * @param again the command that was given, without its selection and its secrets, such as {@code
   *     ./tck run --url wss://HOST/realtime/v1}
   */
  public ConsoleReport(Screen screen, RuleBook rules, String again) {
    this(screen, rules, again, "");
  }

  /**
   * @param tail what comes last in that command, behind the selection
   */
  public ConsoleReport(Screen screen, RuleBook rules, String again, String tail) {
    this.tail = tail;
    this.screen = screen;
    this.rules = rules;
    this.again = again;
  }

  @Override
  public void began(int playings) {
    total = playings;
    screen.progress(bar() + progress());
  }

  @Override
  public void finished(Result result) {
    done++;
    counts.merge(result.verdict(), 1, Integer::sum);
    show(result);
    if (screen.traits().live()) {
      screen.progress(bar() + progress());
    } else if (isMilestone()) {
      screen.line(progress());
    }
  }

  /**
   * Writes what became of the whole. A verdict that was changed since it was shown is shown again.
   */
  public void ended(Outcome outcome) {
    outcome.results().stream()
        .filter(result -> shown.get(result.id()) != result.verdict())
        .forEach(this::show);
    screen.line("");
    new ChapterTable(outcome.results(), rules, screen.traits().width())
        .rows()
        .forEach(screen::line);
    screen.line("");
    if (outcome.results().stream().anyMatch(result -> !result.negatives().isEmpty())) {
      screen.line(new Negatives(outcome).inWords());
    }
    foreseen(outcome);
    outcome.remarks().forEach(this::remark);
    unforeseen(outcome);
    screen.line(tone(outcome.exitCode()), summary(outcome));
  }

  /** Names what was told above, for whom only the end of a log is kept. */
  private void unforeseen(Outcome outcome) {
    Map<Verdict, List<String>> ids =
        outcome.results().stream()
            .filter(result -> !QUIET.contains(result.verdict()))
            .collect(
                Collectors.groupingBy(
                    Result::verdict,
                    () -> new EnumMap<>(Verdict.class),
                    Collectors.mapping(Result::id, Collectors.toList())));
    ids.forEach((verdict, its) -> screen.labelled(verdict.toString(), enumerated(its)));
  }

  private static String enumerated(List<String> ids) {
    String first = ids.stream().limit(NAMED_AT_THE_END).collect(Collectors.joining(", "));
    int more = ids.size() - NAMED_AT_THE_END;
    return more > 0 ? "%s, and %d more".formatted(first, more) : first;
  }

  /** A line for each entry of the baseline that was needed; it is the last piece of evidence. */
  private void foreseen(Outcome outcome) {
    Map<String, Long> uses =
        outcome.results().stream()
            .filter(result -> result.verdict().isForeseen())
            .map(result -> result.evidence().get(result.evidence().size() - 1))
            .collect(Collectors.groupingBy(it -> it, LinkedHashMap::new, Collectors.counting()));
    uses.forEach((entry, count) -> screen.line(Tone.DOUBTFUL, count + " by " + entry));
  }

  private void remark(Remark remark) {
    screen.line(tone(remark.exitCode()), remark.sentence());
  }

  /**
   * Says how far the run came before it was stopped.
   *
   * @param why in one sentence
   */
  public void cutOff(String why) {
    screen.line("");
    screen.line(Tone.DOUBTFUL, "stopped after " + progress() + ": " + why);
  }

  private void show(Result result) {
    shown.put(result.id(), result.verdict());
    if (QUIET.contains(result.verdict())) {
      return;
    }
    Explanation explanation = Explanation.of(result, rules);
    screen.line("");
    screen.line(Tone.of(result.verdict()), "✗ " + explanation.headline());
    explanation.rows().forEach(row -> screen.labelled(row.label(), row.text()));
    explanation.frames().forEach(screen::clipped);
    screen.line("  again     " + again + " --only '" + result.id() + "'" + tail);
  }

  private boolean isMilestone() {
    int passed = done * MILESTONES / total;
    return total >= LONG && passed < MILESTONES && passed > (done - 1) * MILESTONES / total;
  }

  /** A third of the line at most, so that the numbers find room in a narrow terminal too. */
  private String bar() {
    int length = Math.min(LONGEST_BAR, screen.traits().width() / 3);
    int full = total == 0 ? length : length * done / total;
    return "█".repeat(full) + "░".repeat(length - full) + " ";
  }

  private String progress() {
    return "%d/%d%s".formatted(done, total, done == 0 ? "" : " · " + words(counts));
  }

  private static String words(Map<Verdict, ? extends Number> counts) {
    return Arrays.stream(Verdict.values())
        .filter(counts::containsKey)
        .map(verdict -> counts.get(verdict) + " " + verdict)
        .collect(Collectors.joining(", "));
  }

  private static String summary(Outcome outcome) {
    Map<Verdict, Long> verdicts =
        outcome.results().stream()
            .collect(
                Collectors.groupingBy(
                    Result::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    String counted = verdicts.isEmpty() ? "nothing was played" : words(verdicts);
    double seconds = outcome.took().toMillis() / 1e3;
    return String.format(Locale.ROOT, "%s in %.1f s: %s", counted, seconds, judgement(outcome));
  }

  private static String judgement(Outcome outcome) {
    return switch (outcome.exitCode()) {
      case CONFORMANT -> "conformant";
      case NOT_CONFORMANT -> "not conformant";
      case INCONCLUSIVE -> "inconclusive";
      case HARNESS_ERROR -> "the suite itself is at fault";
      case STALE_BASELINE -> "conformant, but the baseline is out of date";
      case USAGE -> throw new IllegalStateException("no outcome is a usage error");
    };
  }

  private static Tone tone(ExitCode code) {
    return switch (code) {
      case CONFORMANT -> Tone.GOOD;
      case INCONCLUSIVE, STALE_BASELINE -> Tone.DOUBTFUL;
      default -> Tone.BAD;
    };
  }
}
