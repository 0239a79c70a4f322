package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/**
 * A frame on a tape, with the socket that it went over.
 *
 * @param entry where it is on the tape
 * @param socket the socket's name
 * @param vsn the socket's version
 * @param frame the frame
 * @param isSent whether it went to the server
 */
record Line(Entry entry, String socket, ProtocolVersion vsn, Frame frame, boolean isSent) {
  private static final int LONGEST = 500;

  Optional<Envelope> envelope() {
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }

  /** Whether it holds a message of that event. */
  boolean is(String event) {
    return envelope().filter(it -> it.event().equals(event)).isPresent();
  }

  String words() {
    String content = frame.content();
    String cut = content.length() <= LONGEST ? content : content.substring(0, LONGEST) + "…";
    return "%s to %s on socket %s".formatted(cut, entry.actor(), socket);
  }
}
