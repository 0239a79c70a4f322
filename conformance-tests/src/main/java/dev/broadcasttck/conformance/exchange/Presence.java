package dev.broadcasttck.conformance.exchange;

import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening.FrameReceived;
import dev.broadcasttck.spec.protocol.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a socket is in a room, by the frames that it has got.
 *
 * @param entries the tape
 * @param socket the socket's name
 */
record Presence(List<Entry> entries, String socket) {
  private static final Set<String> ENDS = Set.of("phx_close", "phx_error");

  boolean isIn(Room room) {
    boolean isIn = false;
    for (Entry entry : entries) {
      if (entry.what() instanceof FrameReceived got && got.socket().equals(socket)) {
        Optional<Envelope> message =
            View.envelope(got).filter(it -> it.topic().equals(room.topic()));
        isIn = message.isPresent() ? isStillIn(isIn, room, message.get()) : isIn;
      }
    }
    return isIn;
  }

  private static boolean isStillIn(boolean isIn, Room room, Envelope message) {
    if (message.event().equals("phx_reply") && message.ref().equals(room.ref())) {
      return message.payload().path("status").asString("").equals("ok");
    }
    return isIn && !(ENDS.contains(message.event()) && message.ref().equals(room.joinRef()));
  }
}
