package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Reading.Noise;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.stream.Stream;

/** What the server sends can be read as a frame of the socket's version. */
final class FrameShapes implements Law {
  private static final String V1_TEXT = "FRAME-3";
  private static final String V2_TEXT = "FRAME-4";
  private static final String BINARY = "FRAME-2";

  @Override
  public Stream<Violation> violations(Transcript transcript) {
    return transcript.isOrderly()
        ? transcript.sockets().stream().flatMap(this::unreadable)
        : Stream.empty();
  }

  /** What a client sent that no server can read. */
  static Stream<Violation> ofClient(Socket socket) {
    return unreadable(socket, socket.sent());
  }

  private Stream<Violation> unreadable(Socket socket) {
    return unreadable(socket, socket.received());
  }

  private static Stream<Violation> unreadable(Socket socket, Stream<Line> lines) {
    return lines
        .filter(line -> line.frame().reading() instanceof Noise)
        .map(
            line ->
                new Violation(
                    rule(socket, line),
                    line.entry(),
                    "a frame of version " + socket.vsn(),
                    "%s: %s"
                        .formatted(
                            ((Noise) line.frame().reading()).why(), line.frame().content())));
  }

  private static String rule(Socket socket, Line line) {
    if (line.frame().kind() == Encoding.BINARY) {
      return BINARY;
    }
    return socket.vsn() == ProtocolVersion.V1 ? V1_TEXT : V2_TEXT;
  }
}
