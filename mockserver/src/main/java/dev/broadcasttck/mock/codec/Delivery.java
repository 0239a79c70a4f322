package dev.broadcasttck.mock.codec;

import dev.broadcasttck.mock.message.Broadcast;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One fan-out of a broadcast, in which every protocol version's frame is made once at most. */
public final class Delivery {
  private final Broadcast broadcast;
  private final Map<ProtocolVersion, Optional<Frame>> frames = new EnumMap<>(ProtocolVersion.class);

  public Delivery(Broadcast broadcast) {
    this.broadcast = broadcast;
  }

  /** One that came in a frame. */
  public Delivery(Broadcast broadcast, ProtocolVersion version, Frame frame) {
    this(broadcast);
    frames.put(version, Optional.of(frame));
  }

  public Broadcast broadcast() {
    return broadcast;
  }

  /** The same object each time; empty where the version cannot carry the broadcast. */
  public Optional<Frame> frame(ProtocolVersion version) {
    return frames.computeIfAbsent(version, v -> Codec.of(v).encode(broadcast));
  }
}
