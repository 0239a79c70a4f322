package dev.broadcasttck.conformance.comparison;

import dev.broadcasttck.conformance.report.Screen;
import dev.broadcasttck.conformance.report.Tone;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as a person reads it, the worst first. */
public record ComparisonReport(Screen screen) {

  public void show(Comparison comparison) {
    comparison.cautions().forEach(caution -> screen.line(Tone.DOUBTFUL, caution));
    for (Kind kind : Kind.values()) {
      comparison.of(kind).forEach(change -> show(kind, change));
    }
    screen.line(tone(comparison), summary(comparison));
  }

  private void show(Kind kind, Change change) {
    screen.line(tone(kind), kind + ": " + change.playing());
    screen.labelled("", change.verdicts());
    change.cause().ifPresent(cause -> screen.labelled("", cause));
  }

  private static String summary(Comparison comparison) {
    String counts =
        Stream.of(Kind.values())
            .map(kind -> comparison.of(kind).size() + " " + kind)
            .filter(count -> !count.startsWith("0 "))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "nothing has changed" : counts;
  }

  private static Tone tone(Comparison comparison) {
    List<Kind> worst = Stream.of(Kind.values()).filter(it -> !comparison.of(it).isEmpty()).toList();
    return worst.isEmpty() ? Tone.GOOD : tone(worst.get(0));
  }

  private static Tone tone(Kind kind) {
    return switch (kind) {
      case REGRESSION -> Tone.BAD;
      case DOUBT -> Tone.DOUBTFUL;
      case FIX -> Tone.GOOD;
      case OTHER, NEW, VANISHED -> Tone.QUIET;
    };
  }
}
