package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.conformance.tape.Happening.FrameSent;
import dev.broadcasttck.conformance.tape.Happening.RequestSent;
import dev.broadcasttck.conformance.tape.Happening.SocketOpening;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The frames of a tape in their order.
 *
 * @param lines sent and received, on all sockets
 * @param calls the HTTP requests
 */
record Traffic(List<Line> lines, List<RequestSent> calls) {
  private static final String VERSION_2 = "vsn=2.";

  static Traffic on(List<Entry> tape) {
    Map<String, ProtocolVersion> versions = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    List<RequestSent> calls = new ArrayList<>();
    for (Entry entry : tape) {
      if (entry.what() instanceof SocketOpening opening) {
        boolean isNew = opening.url().contains(VERSION_2);
        versions.put(opening.socket(), isNew ? ProtocolVersion.V2 : ProtocolVersion.V1);
      } else if (entry.what() instanceof FrameSent sent) {
        ProtocolVersion vsn = versions.getOrDefault(sent.socket(), ProtocolVersion.V1);
        lines.add(new Line(entry, sent.socket(), vsn, sent.frame(), true));
      } else if (entry.what() instanceof FrameReceived got) {
        ProtocolVersion vsn = versions.getOrDefault(got.socket(), ProtocolVersion.V1);
        lines.add(new Line(entry, got.socket(), vsn, got.frame(), false));
      } else if (entry.what() instanceof RequestSent call) {
        calls.add(call);
      }
    }
    return new Traffic(List.copyOf(lines), List.copyOf(calls));
  }

  Stream<Line> received() {
    return lines.stream().filter(line -> !line.isSent());
  }

  Stream<Line> sent() {
    return lines.stream().filter(Line::isSent);
  }

  /** The names of the sockets. */
  List<String> sockets() {
    return lines.stream().map(Line::socket).distinct().toList();
  }

  /** The frames of one socket. */
  List<Line> of(String socket) {
    return lines.stream().filter(line -> line.socket().equals(socket)).toList();
  }
}
