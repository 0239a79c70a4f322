package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import java.util.List;

/** Reads a whole tape for what no conversation may hold. */
public final class History {
  /** What every server is held to. */
  public static final List<Law.Watch> LAWS =
      List.of(
          FrameShapes::ofServer,
          (conversation, ledger) -> new Replies(conversation),
          Repetitions::new,
          Order::new,
          (conversation, ledger) -> new Memberships(conversation),
          (conversation, ledger) -> new References(conversation));

  private static final List<Law.Watch> OURS = List.of(FrameShapes::ofClient);

  private History() {}

  /**
   * All violations, in the order of the tape.
   *
   * <p>From where a script sent bytes of its own making, what follows from them is the script's to
   * judge, and only what does not depend on them is looked at.
   */
  public static List<Violation> violations(List<Entry> tape) {
    return read(tape, LAWS);
  }

  /** The frames that went to the server and are no messages; clients have no business with such. */
  public static List<Violation> ourOwn(List<Entry> tape) {
    return read(tape, OURS);
  }

  private static List<Violation> read(List<Entry> tape, List<Law.Watch> laws) {
    Chronicle chronicle = new Chronicle(laws, Memory.OF_ALL);
    return tape.stream().flatMap(entry -> chronicle.read(entry).stream()).toList();
  }
}
