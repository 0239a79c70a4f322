package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import java.util.Comparator;
import java.util.List;

/** Reads a whole tape for what no conversation may hold. */
public final class History {
  private static final List<Law> LAWS =
      List.of(
          new FrameShapes(),
          new Replies(),
          new Repetitions(),
          new Order(),
          new Memberships(),
          new References());

  private History() {}

  /**
   * All violations, in the order of the tape.
   *
   * <p>Where a script sent bytes of its own making, what follows from them is the script's to
   * judge, and only what does not depend on them is looked at.
   */
  public static List<Violation> violations(List<Entry> tape) {
    Transcript transcript = Transcript.of(tape);
    return LAWS.stream()
        .flatMap(law -> law.violations(transcript))
        .sorted(Comparator.comparing(violation -> violation.where().number()))
        .toList();
  }

  /** The frames that went to the server and are no messages; clients have no business with such. */
  public static List<Violation> ourOwn(List<Entry> tape) {
    return Transcript.of(tape).sockets().stream().flatMap(FrameShapes::ofClient).toList();
  }
}
