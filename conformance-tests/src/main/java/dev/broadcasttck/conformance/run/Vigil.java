package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Tape;
import dev.broadcasttck.conformance.verdict.Finding;
import dev.broadcasttck.conformance.verdict.Result;
import dev.broadcasttck.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A playing that has passed and whose sockets are still open: what must not come may come late.
 *
 * @param passed its result so far
 * @param cast whose sockets are open
 * @param hearing looks at the whole once more when they are closed
 */
record Vigil(Result passed, Cast cast, Tape tape, Hearing hearing) {

  /** Looks at a playing that is over. */
  @FunctionalInterface
  interface Hearing {
    Result hold() throws InterruptedException;
  }

  int sockets() {
    return passed.scenario().actors().size();
  }

  /** How long to go on until everything forbidden was watched for so long. */
  Duration remaining(Duration wanted) {
    return cast.docket().lastSent().plus(wanted).minus(tape.age());
  }

  /** Goes on watching, at most so long, and not at all after a leak. */
  void watch(Duration time) throws InterruptedException {
    tape.watch(cast.docket()::leak, time);
  }

  /** Ends it: closes the sockets, and says what the verdict is now. */
  Result end() throws InterruptedException {
    Result last = hearing.hold().within(passed.duration());
    return last.verdict() == Verdict.PASSED ? last : turned(last);
  }

  /** The same, with both times: when the verdict was passed, and when what flips it came. */
  private Result turned(Result last) {
    Optional<Entry> leak = cast.docket().leak(last.tape());
    Duration verdictAt = passed.duration();
    String times =
        String.format(
            Locale.ROOT,
            "; the verdict was passed at %.3f s, this %s",
            seconds(verdictAt),
            leak.map(it -> String.format(Locale.ROOT, "came at %.3f s", seconds(it.at())))
                .orElse("was seen afterwards"));
    List<Finding> findings =
        last.findings().stream()
            .map(it -> new Finding(it.where(), it.expected(), it.actual() + times))
            .toList();
    return last.but(last.verdict(), findings);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
