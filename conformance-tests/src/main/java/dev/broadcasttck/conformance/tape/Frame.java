package dev.broadcasttck.conformance.tape;

import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;

/**
 * A WebSocket message as it was on the wire, and what it says.
 *
 * @param kind whether it was a text or a binary message
 * @param content a text message verbatim, a binary one in lower-case hexadecimal
 * @param reading what the suite's own decoder made of it
 */
public record Frame(Encoding kind, String content, Reading reading) {

  /** What is not text is shown as what it says, in the order of version 2. */
  public String inWords() {
    if (kind == Encoding.BINARY && reading instanceof Reading.Message message) {
      Envelope it = message.envelope();
      return "binary [%s, %s, %s, %s, %s]"
          .formatted(it.joinRef(), it.ref(), it.topic(), it.event(), it.payload());
    }
    return content;
  }
}
