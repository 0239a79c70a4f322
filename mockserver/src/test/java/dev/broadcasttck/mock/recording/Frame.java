package dev.broadcasttck.mock.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A WebSocket frame, sent or received.
 *
 * @param content in hexadecimal if the frame is binary, else verbatim
 */
record Frame(Kind kind, String content) {

  /** What a frame carries, with its opcode on the wire. */
  enum Kind {
    TEXT(1),
    BINARY(2),
    PING(9),
    PONG(10);

    final int opcode;

    Kind(int opcode) {
      this.opcode = opcode;
    }

    static Optional<Kind> of(int opcode) {
      return Arrays.stream(values()).filter(kind -> kind.opcode == opcode).findFirst();
    }
  }

  static Frame of(Kind kind, byte[] payload) {
    return new Frame(
        kind,
        kind == Kind.BINARY
            ? HexFormat.of().formatHex(payload)
            : new String(payload, StandardCharsets.UTF_8));
  }

  byte[] payload() {
    return kind == Kind.BINARY
        ? HexFormat.of().parseHex(content)
        : content.getBytes(StandardCharsets.UTF_8);
  }
}
