package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import dev.broadcasttck.mock.message.Push;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The binary frames that a client sends: a kind, a byte for each field's length, the fields.
 *
 * <pre>
 * 0 push            join_ref ref topic event                          then the data
 * 3 user broadcast  join_ref ref topic user-event metadata  encoding  then the payload
 * </pre>
 */
final class BinaryPush {
  private static final int PUSH = 0;
  private static final int USER_BROADCAST = 3;
  private static final int BINARY_ENCODING = 0;

  private BinaryPush() {}

  /** Empty where the kind is another, a field is cut off, or a field is not what it should be. */
  static Optional<Push> decode(Bytes frame) {
    if (frame.length() == 0) {
      return Optional.empty();
    }
    return switch (frame.at(0)) {
      case PUSH -> push(frame);
      case USER_BROADCAST -> userBroadcast(frame);
      default -> Optional.empty();
    };
  }

  private static Optional<Push> push(Bytes frame) {
    var fields = new Fields(frame, 4, 5);
    if (!fields.areSound()) {
      return Optional.empty();
    }
    return Optional.of(
        new Push(
            fields.string(0),
            fields.string(1),
            fields.string(2),
            fields.string(3),
            new Payload.Opaque(fields.rest())));
  }

  private static Optional<Push> userBroadcast(Bytes frame) {
    var fields = new Fields(frame, 5, 7);
    if (!fields.areSound() || !isMetadata(fields.bytes(4))) {
      return Optional.empty();
    }
    boolean isJson = frame.at(6) != BINARY_ENCODING;
    return Optional.of(
        new Push(
            fields.string(0),
            fields.string(1),
            fields.string(2),
            Json.string("broadcast"),
            new Payload.User(fields.bytes(3).utf8(), isJson, fields.rest())));
  }

  private static boolean isMetadata(Bytes metadata) {
    return metadata.length() == 0 || StrictJson.check(metadata).isPresent();
  }

  /**
   * The fields of a frame.
   *
   * @param count how many there are; their lengths stand right behind the kind
   * @param header where the first one begins
   */
  private record Fields(Bytes frame, int count, int header) {
    boolean areSound() {
      return frame.length() >= header
          && start(count) <= frame.length()
          && frame.slice(header, start(count)).isUtf8();
    }

    Bytes bytes(int index) {
      return frame.slice(start(index), start(index + 1));
    }

    JsonNode string(int index) {
      return Json.string(bytes(index).utf8());
    }

    Bytes rest() {
      return frame.slice(start(count), frame.length());
    }

    private int start(int index) {
      int start = header;
      for (int i = 0; i < index; i++) {
        start += frame.at(1 + i);
      }
      return start;
    }
  }
}
