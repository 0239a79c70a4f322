package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.spec.protocol.Envelope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A client's heartbeats: on their own topic, at least one in a minute, and no flood of them. What
 * interval a client has set for itself no traffic says, so that nothing in between is a breach.
 */
final class Pulse implements Law {
  /** After which a server gives a silent socket up. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final int MOST_IN_A_MOMENT = 10;

  private Optional<Duration> last = Optional.empty();
  private final Deque<Duration> lately = new ArrayDeque<>();

  @Override
  public List<Violation> read(Line line) {
    List<Violation> found = new ArrayList<>();
    Duration now = line.entry().at();
    boolean isBeat = line.pushed().filter(Pulse::isBeat).isPresent();
    if (last.isPresent() && now.minus(last.get()).compareTo(LONGEST) > 0) {
      found.add(missing(line, now.minus(last.get())));
      last = Optional.of(now);
    }
    if (isBeat || last.isEmpty()) {
      last = Optional.of(now);
    }
    if (isBeat) {
      astray(line).ifPresent(found::add);
      flood(line, now).ifPresent(found::add);
    }
    return found;
  }

  private static boolean isBeat(Envelope message) {
    return message.event().equals("heartbeat");
  }

  private static Violation missing(Line line, Duration silence) {
    return line.breaks(
        "CBEAT-2",
        "a heartbeat at least every %d s".formatted(LONGEST.toSeconds()),
        "none had come for %d s when this passed".formatted(silence.toSeconds()));
  }

  private static Optional<Violation> astray(Line line) {
    return line.envelope()
        .filter(message -> !message.topic().equals("phoenix"))
        .map(
            message ->
                line.breaks(
                    "CBEAT-1", "a heartbeat on the topic phoenix", "it is on " + message.topic()));
  }

  private Optional<Violation> flood(Line line, Duration now) {
    lately.add(now);
    if (lately.size() <= MOST_IN_A_MOMENT) {
      return Optional.empty();
    }
    boolean isFlood = now.minus(lately.remove()).compareTo(MOMENT) < 0;
    if (isFlood) {
      lately.clear();
    }
    return Optional.of(line)
        .filter(it -> isFlood)
        .map(
            it ->
                it.breaks(
                    "CBEAT-4",
                    "one heartbeat in each interval",
                    "more than %d came within a second".formatted(MOST_IN_A_MOMENT)));
  }
}
