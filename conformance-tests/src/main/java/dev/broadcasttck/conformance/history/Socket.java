package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The conversation on one socket.
 *
 * @param name as on the tape
 * @param vsn what it speaks
 * @param lines in the order of the tape
 */
record Socket(String name, ProtocolVersion vsn, List<Line> lines) {

  Stream<Line> sent() {
    return lines.stream().filter(Line::sent);
  }

  Stream<Line> received() {
    return lines.stream().filter(line -> !line.sent());
  }
}
