package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Reading.Noise;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;

/** What is sent can be read as a frame of the socket's version. */
final class FrameShapes {
  private static final String V1_TEXT = "FRAME-3";
  private static final String V2_TEXT = "FRAME-4";
  private static final String BINARY = "FRAME-27";

  private FrameShapes() {}

  /** What a server says; not where it may be repeating what a client said. */
  static Law ofServer(Conversation socket, Ledger ledger) {
    return line -> !line.sent() && socket.hearsOrderly() ? unreadable(socket, line) : List.of();
  }

  /** What a client sent that no server can read. */
  static Law ofClient(Conversation socket, Ledger ledger) {
    return line -> line.sent() ? unreadable(socket, line) : List.of();
  }

  private static List<Violation> unreadable(Conversation socket, Line line) {
    return line.frame().reading() instanceof Noise noise
        ? List.of(
            line.breaks(rule(socket, line), "a frame of version " + socket.vsn(), noise.why()))
        : List.of();
  }

  private static String rule(Conversation socket, Line line) {
    if (socket.vsn() == ProtocolVersion.V1) {
      return V1_TEXT;
    }
    return line.frame().kind() == Encoding.BINARY ? BINARY : V2_TEXT;
  }
}
