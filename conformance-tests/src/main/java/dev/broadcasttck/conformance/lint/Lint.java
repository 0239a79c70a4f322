package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Chronicle;
import dev.broadcasttck.conformance.history.History;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Memory;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.tape.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads traffic of clients and servers that nobody has scripted, entry by entry, and finds what
 * breaks a rule: only what the traffic proves, and each thing at the entry that proves it.
 *
 * <p>Entries have to come in an order in which nothing is heard before it was sent, and with times
 * that go on as the world's do. Not for several threads at a time. It may read for ever: what it
 * remembers is bounded on each socket, and a socket is forgotten when it ends.
 */
public final class Lint {
  private static final List<Law.Watch> LAWS =
      Stream.concat(
              History.LAWS.stream(),
              Stream.<Law.Watch>of(
                  UnreadablePushes::new,
                  (conversation, ledger) -> new Shapes(conversation.vsn()),
                  (conversation, ledger) -> new Pulse(),
                  (conversation, ledger) -> new Numbering(conversation.memory()),
                  (conversation, ledger) -> new Ends(conversation),
                  Channels::watch))
          .toList();

  private final Occasions occasions = new Occasions();
  private final Chronicle chronicle;

  private Lint() {
    Law.Watch looking = (conversation, ledger) -> occasions.on(conversation);
    this.chronicle =
        new Chronicle(Stream.concat(LAWS.stream(), Stream.of(looking)).toList(), Memory.OF_LATE);
  }

  /** Begins to read. Sockets that are open already will not be understood. */
  public static Lint start() {
    return new Lint();
  }

  /** Every rule whose breach can be found in traffic, by its id. */
  public static Set<String> readable() {
    return Occasions.readable();
  }

  /** What the next entry proves, usually nothing. */
  public List<Violation> read(Entry entry) {
    if (Requests.isBroadcast(entry)) {
      occasions.requested();
    }
    return Stream.concat(Requests.findings(entry).stream(), chronicle.read(entry).stream())
        .toList();
  }

  /** The rules of {@link #readable()} that a frame or a request has passed for. */
  public Set<String> met() {
    return occasions.met();
  }
}
