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
public record Line(Entry entry, Frame frame, boolean sent) {

  public Optional<Envelope> envelope() {
    return frame.reading() instanceof Reading.Message message
        ? Optional.of(message.envelope())
        : Optional.empty();
  }

  /** What a client said, where this is it. */
  public Optional<Envelope> pushed() {
    return envelope().filter(message -> sent);
  }

  /** What a server said, where this is it. */
  public Optional<Envelope> told() {
    return envelope().filter(message -> !sent);
  }

  /** That this line breaks a rule. */
  public Violation breaks(String rule, String expected, String actual) {
    return new Violation(rule, entry, expected, actual + ": " + frame.inWords());
  }
}
