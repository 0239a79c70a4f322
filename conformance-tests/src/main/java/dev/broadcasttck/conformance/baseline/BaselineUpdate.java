package dev.broadcasttck.conformance.baseline;

import dev.broadcasttck.conformance.record.RecordedResult;
import dev.broadcasttck.conformance.record.RecordedRun;
import dev.broadcasttck.conformance.run.PlayingPattern;
import dev.broadcasttck.spec.source.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A baseline brought up to what a run has shown; what people wrote in it is kept. */
public final class BaselineUpdate {
  private final Collection<RecordedResult> results;
  private final Newcomers newcomers;
  private final List<EntryText> entries = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * What entries say of failures that were not known before.
   *
   * @param expires the last day on which they count
   */
  public record Newcomers(String reason, Optional<String> issue, String owner, LocalDate expires) {
    private BaselineEntry entry(Failure failure) {
      return new BaselineEntry(
          new PlayingPattern(failure.pattern()),
          Kind.KNOWN_FAILING,
          reason,
          issue,
          owner,
          expires,
          failure.cause(),
          new Location("", 1, 1));
    }
  }

  /**
   * What came of it.
   *
   * @param text of the file
   * @param notes what has changed, a sentence each
   */
  public record Updated(String text, List<String> notes) {}

  private BaselineUpdate(RecordedRun run, Newcomers newcomers) {
    this.results = run.results().values();
    this.newcomers = newcomers;
  }

  /** A baseline that says of a run what fails in it. */
  public static Updated of(Optional<Path> old, RecordedRun run, Newcomers newcomers) {
    Optional<BaselineFile> file = old.map(BaselineFile::read);
    return new BaselineUpdate(run, newcomers).update(file);
  }

  private Updated update(Optional<BaselineFile> file) {
    BaselineText text = file.map(BaselineText::of).orElse(BaselineText.EMPTY);
    List<BaselineEntry> known = file.map(BaselineFile::entries).orElse(List.of());
    Map<Optional<BaselineEntry>, List<RecordedResult>> owned =
        results.stream().collect(Collectors.groupingBy(result -> owner(known, result)));
    for (int i = 0; i < known.size(); i++) {
      BaselineEntry entry = known.get(i);
      settle(entry, text.entries().get(i), owned.getOrDefault(Optional.of(entry), List.of()));
    }
    List<RecordedResult> failing =
        owned.getOrDefault(Optional.<BaselineEntry>empty(), List.of()).stream()
            .filter(result -> Fate.FAILING.contains(result.verdict()))
            .toList();
    for (Failure failure : Failure.of(failing, results)) {
      entries.add(EntryText.of(newcomers.entry(failure), text.indent()));
      notes.add("new: `" + failure.pattern() + "`");
    }
    return new Updated(text.with(entries), notes);
  }

  private static Optional<BaselineEntry> owner(List<BaselineEntry> known, RecordedResult result) {
    List<String> names =
        PlayingPattern.names(result.scenario(), result.playing(), result.rules()).toList();
    return known.stream().filter(entry -> entry.pattern().matchesAny(names)).findFirst();
  }

  private void settle(BaselineEntry entry, EntryText text, List<RecordedResult> own) {
    Fate fate = Fate.of(entry, own, results);
    String name = "`" + entry.pattern().written() + "`";
    if (own.isEmpty()) {
      notes.add("kept, although nothing of it was played: " + name);
    }
    if (fate instanceof Fate.Dropped) {
      notes.add("taken out, for it passes: " + name);
    } else if (fate instanceof Fate.Repinned repinned) {
      entries.add(text.pinnedTo(repinned.cause()));
      notes.add("another cause: " + name);
    } else if (fate instanceof Fate.Split split) {
      split.failures().forEach(failure -> entries.add(text.about(failure)));
      notes.add("narrowed to what still fails: " + name);
    } else {
      entries.add(text);
    }
  }
}
