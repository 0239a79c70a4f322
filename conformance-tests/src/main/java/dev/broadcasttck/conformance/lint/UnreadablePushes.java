package dev.broadcasttck.conformance.lint;

import dev.broadcasttck.conformance.history.Conversation;
import dev.broadcasttck.conformance.history.Law;
import dev.broadcasttck.conformance.history.Ledger;
import dev.broadcasttck.conformance.history.Line;
import dev.broadcasttck.conformance.history.Violation;
import dev.broadcasttck.conformance.tape.Reading.Noise;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.Envelope;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.List;
import java.util.regex.Pattern;

/** What a client sends is a frame of the version that its socket was opened with. */
record UnreadablePushes(Conversation socket) implements Law {
  private static final String FRAMING = "CCONNECT-3";
  private static final String LENGTHS = "CFRAME-8";
  private static final String HALF = "\uFFFD";
  private static final Pattern OF_CLIENTS = Pattern.compile("0[03].*");

  UnreadablePushes(Conversation socket, Ledger ledger) {
    this(socket);
  }

  @Override
  public List<Violation> read(Line line) {
    if (!line.sent()) {
      return List.of();
    }
    if (line.frame().reading() instanceof Noise noise) {
      return List.of(line.breaks(rule(line), "a frame of version " + socket.vsn(), noise.why()));
    }
    return line
        .envelope()
        .filter(it -> isBinary(line) && isCut(it, line.frame().content()))
        .stream()
        .map(it -> line.breaks(LENGTHS, "lengths that count bytes", "a name ends in a character"))
        .toList();
  }

  private boolean isBinary(Line line) {
    return socket.vsn() == ProtocolVersion.V2 && line.frame().kind() == Encoding.BINARY;
  }

  /** Whether a name holds what stands for half a character, and the bytes do not say so. */
  static boolean isCut(Envelope message, String hex) {
    String names = message.topic() + message.event() + message.payload().path("event").asString("");
    return names.contains(HALF) && !hex.contains("efbfbd");
  }

  private String rule(Line line) {
    boolean isLaidOut = isBinary(line) && OF_CLIENTS.matcher(line.frame().content()).matches();
    return isLaidOut ? LENGTHS : FRAMING;
  }
}
