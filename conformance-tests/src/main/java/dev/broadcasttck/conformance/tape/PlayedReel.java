package dev.broadcasttck.conformance.tape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reel that was written, seen again as it was seen then: each look sees what the same look saw.
 * What the script writes must be what stands there. Used by one thread.
 */
final class PlayedReel implements Reel {
  private final Take take;
  private final Script script;
  private final Entry[] lines;
  private Optional<String> contradiction;
  private Glance last = new Glance(0, Duration.ZERO);
  private int looks;

  /** Up to which line the script has written what is its own. */
  private int written;

  PlayedReel(Take take, Script script) {
    this.take = take;
    this.script = script;
    this.lines = take.entries().toArray(new Entry[0]);
    this.contradiction = take.flaw();
  }

  @Override
  public Entry append(String actor, Happening what) {
    int place = nextOfScript();
    if (place == lines.length) {
      contradict("the script goes on with %s's %s, and the trace does not".formatted(actor, what));
      return new Entry(place, last.at(), actor, what);
    }
    Entry there = lines[place];
    if (!there.actor().equals(actor) || !script.isLike(there.what(), what)) {
      contradict(
          "the script has %s's %s where the trace has %s's %s"
              .formatted(actor, what, there.actor(), there.what()));
    }
    lines[place] = new Entry(place, there.at(), actor, what);
    written = place + 1;
    return lines[place];
  }

  @Override
  public List<Entry> entries() {
    return new Lines(lines, look().length());
  }

  @Override
  public Duration elapsed() {
    return look().at();
  }

  @Override
  public <T> Optional<T> await(Function<List<Entry>, Optional<T>> question, Duration budget) {
    Duration began = look().at();
    Glance end = look();
    Optional<T> answer = question.apply(new Lines(lines, end.length()));
    if (answer.isEmpty() && end.at().minus(began).compareTo(budget) < 0) {
      contradict(
          "the trace gives up after %d ms what has %d ms to come"
              .formatted(end.at().minus(began).toMillis(), budget.toMillis()));
    }
    return answer;
  }

  @Override
  public Take take() {
    return take;
  }

  /** Why the trace and the script cannot both be; a trace that goes on behind the script's end. */
  Optional<String> contradiction() {
    if (contradiction.isEmpty() && looks < take.glances().size()) {
      contradict("the trace was looked at more often than the script looks");
    }
    return contradiction;
  }

  private Glance look() {
    if (looks == take.glances().size()) {
      contradict("the script looks at the trace more often than it was looked at");
      return last;
    }
    last = take.glances().get(looks++);
    if (nextOfScript() < Math.min(last.length(), lines.length)) {
      contradict("the trace has %s before the script".formatted(lines[nextOfScript()].what()));
    }
    return last;
  }

  private int nextOfScript() {
    int place = written;
    while (place < lines.length && !script.writes(lines[place].what())) {
      place++;
    }
    return place;
  }

  private void contradict(String why) {
    contradiction = contradiction.or(() -> Optional.of(why));
  }
}
