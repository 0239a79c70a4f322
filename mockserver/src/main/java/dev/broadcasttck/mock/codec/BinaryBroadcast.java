package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Bytes;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.message.Payload;
import java.util.Optional;

/**
 * The binary frames that a server sends: a kind, a byte for each field's length, the fields.
 *
 * <pre>
 * 2 broadcast       topic event                          then the data
 * 4 user broadcast  topic user-event metadata  encoding  then the payload
 * </pre>
 */
final class BinaryBroadcast {
  private static final int BROADCAST = 2;
  private static final int USER_BROADCAST = 4;
  private static final int LONGEST_FIELD = 255;

  private BinaryBroadcast() {}

  static Optional<Frame> opaque(String topic, Payload.Opaque payload) {
    Bytes name = Bytes.utf8(topic);
    Bytes event = Bytes.utf8("broadcast");
    if (name.length() > LONGEST_FIELD) {
      return Optional.empty();
    }
    return Optional.of(
        new ByteWriter()
            .octet(BROADCAST)
            .octet(name.length())
            .octet(event.length())
            .bytes(name)
            .bytes(event)
            .bytes(payload.data())
            .toBinaryFrame());
  }

  /** Empty where a name is too long for its length byte, which only REST can bring about. */
  static Optional<Frame> user(String topic, Payload.User payload) {
    Bytes name = Bytes.utf8(topic);
    Bytes event = Bytes.utf8(payload.event());
    Bytes metadata = payload.meta().map(Json::write).orElse(Bytes.utf8(""));
    if (name.length() > LONGEST_FIELD || event.length() > LONGEST_FIELD) {
      return Optional.empty();
    }
    return Optional.of(
        new ByteWriter()
            .octet(USER_BROADCAST)
            .octet(name.length())
            .octet(event.length())
            .octet(metadata.length())
            .octet(payload.isJson() ? 1 : 0)
            .bytes(name)
            .bytes(event)
            .bytes(metadata)
            .bytes(payload.data())
            .toBinaryFrame());
  }
}
