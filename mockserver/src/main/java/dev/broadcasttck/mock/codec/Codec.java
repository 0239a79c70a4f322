package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.mock.message.Push;
import dev.broadcasttck.mock.message.ServerMessage;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/**
 * The server's half of one protocol version: what clients send is read, what they get is written.
 */
public interface Codec {
  static Codec of(ProtocolVersion version) {
    return switch (version) {
      case V1 -> new Version1();
      case V2 -> new Version2();
    };
  }

  /** Empty where the frame is malformed. */
  Optional<Push> decode(Frame frame);

  Frame encode(ServerMessage message);

  /** Empty where this version has no frame that could carry the broadcast. */
  Optional<Frame> encode(Broadcast broadcast);
}
