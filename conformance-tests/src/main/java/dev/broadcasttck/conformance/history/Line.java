package dev.broadcasttck.conformance.history;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Reading;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.Optional;

/**
 * A frame of a socket.
 *
 * @param entry where it stands on the tape
 * @param frame what it is
 * @param sent whether it went to the server
 */
record Line(Entry entry, Frame frame, boolean sent) {

  Optional<Envelope> envelope() {
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }

  boolean is(String event) {
    return envelope().filter(e -> e.event().equals(event)).isPresent();
  }
}
