package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SocketClosed;
import dev.broadcasttck.conformance.tape.Happening.SocketLost;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.conformance.tape.Happening.SocketRefused;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what passes on all sockets, entry by entry, and says at each what it breaks.
 *
 * <p>Entries have to come in an order in which nothing is heard before it was sent. A socket is
 * forgotten when it ends, and one whose opening was not seen is not read.
 */
public final class Chronicle {
  private final List<Law.Watch> watches;
  private final Memory memory;
  private final Ledger ledger;
  private final Map<String, Watched> open = new HashMap<>();

  /** A socket with those who watch over it. */
  private record Watched(Conversation conversation, List<Law> laws) {}

  /**
   * A chronicle of nothing so far.
   *
   * @param watches which laws to hold sockets to
   */
  public Chronicle(List<Law.Watch> watches, Memory memory) {
    this.watches = watches;
    this.memory = memory;
    this.ledger = new Ledger(memory);
  }

  /** Reads the next entry. */
  public List<Violation> read(Entry entry) {
    Happening what = entry.what();
    if (what instanceof FrameSent it) {
      return read(it.socket(), new Line(entry, it.frame(), true));
    } else if (what instanceof FrameReceived it) {
      return read(it.socket(), new Line(entry, it.frame(), false));
    } else if (what instanceof SocketOpening it) {
      begin(it);
    } else if (what instanceof SocketClosed it) {
      open.remove(it.socket());
    } else if (what instanceof SocketLost it) {
      open.remove(it.socket());
    } else if (what instanceof SocketRefused it) {
      open.remove(it.socket());
    } else if (what instanceof RequestSent it) {
      Requests.contents(it).forEach(ledger::asked);
    }
    return List.of();
  }

  private void begin(SocketOpening opening) {
    var conversation = new Conversation(opening.socket(), version(opening.url()), memory);
    if (open.values().stream().anyMatch(other -> !other.conversation().isOrderly())) {
      conversation.hearDisorder();
    }
    List<Law> laws = watches.stream().map(watch -> watch.over(conversation, ledger)).toList();
    open.put(opening.socket(), new Watched(conversation, laws));
  }

  private static ProtocolVersion version(String url) {
    return url.contains("vsn=2.") ? ProtocolVersion.V2 : ProtocolVersion.V1;
  }

  private List<Violation> read(String socket, Line line) {
    Watched watched = open.get(socket);
    if (watched == null) {
      return List.of();
    }
    if (line.sent() && line.envelope().isEmpty()) {
      watched.conversation().becomeDisorderly();
      open.values().forEach(other -> other.conversation().hearDisorder());
    }
    write(socket, line);
    return watched.laws().stream().flatMap(law -> law.read(line).stream()).toList();
  }

  private void write(String socket, Line line) {
    line.pushed().flatMap(Content::of).ifPresent(content -> ledger.sent(socket, content));
    line.told().flatMap(Content::of).ifPresent(ledger::heard);
  }
}
