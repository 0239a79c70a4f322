package dev.broadcasttck.conformance.history;

import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Set;
import java.util.stream.Stream;

/** A delivery answers nobody; what ends a channel of version 2 has the join's reference twice. */
final class References implements Law {
  private static final Set<String> ENDS = Set.of("phx_close", "phx_error");

  @Override
  public Stream<Violation> violations(Transcript transcript) {
    return transcript.sockets().stream()
        .flatMap(
            socket ->
                socket
                    .received()
                    .flatMap(
                        line ->
                            line.envelope().stream()
                                .flatMap(message -> wrong(socket, line, message))));
  }

  private static Stream<Violation> wrong(Socket socket, Line line, Envelope message) {
    if (message.event().equals("broadcast") && !message.ref().isNull()) {
      return Stream.of(violation("FRAME-6", line, "a broadcast that is delivered has no ref"));
    }
    boolean isEnd = ENDS.contains(message.event()) && socket.vsn() == ProtocolVersion.V2;
    return isEnd && !message.ref().equals(message.joinRef())
        ? Stream.of(violation("LEAVE-7", line, message.event() + " has its join_ref as its ref"))
        : Stream.empty();
  }

  private static Violation violation(String rule, Line line, String expected) {
    return new Violation(rule, line.entry(), expected, "it came: " + line.frame().inWords());
  }
}
