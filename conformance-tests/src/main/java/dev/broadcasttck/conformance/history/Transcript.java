package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tape, sorted into the conversations of its sockets.
 *
 * @param sockets in the order of their opening
 * @param overRest whether anything was sent over HTTP, which no socket shows
 */
record Transcript(List<Socket> sockets, boolean overRest) {

  static Transcript of(List<Entry> tape) {
    Map<String, Socket> sockets = new LinkedHashMap<>();
    for (Entry entry : tape) {
      if (entry.what() instanceof SocketOpening opening) {
        sockets.put(
            opening.socket(),
            new Socket(opening.socket(), version(opening.url()), new ArrayList<>()));
      } else if (entry.what() instanceof FrameSent sent) {
        write(sockets, sent.socket(), new Line(entry, sent.frame(), true));
      } else if (entry.what() instanceof FrameReceived received) {
        write(sockets, received.socket(), new Line(entry, received.frame(), false));
      }
    }
    boolean overRest = tape.stream().anyMatch(entry -> entry.what() instanceof RequestSent);
    return new Transcript(List.copyOf(sockets.values()), overRest);
  }

  private static void write(Map<String, Socket> sockets, String socket, Line line) {
    Optional.ofNullable(sockets.get(socket)).ifPresent(known -> known.lines().add(line));
  }

  /** Whether every frame that was sent is a message, so that its answers can be foreseen. */
  boolean isOrderly() {
    return sockets.stream().flatMap(Socket::sent).allMatch(line -> line.envelope().isPresent());
  }

  private static ProtocolVersion version(String url) {
    return url.contains("vsn=2.") ? ProtocolVersion.V2 : ProtocolVersion.V1;
  }
}
