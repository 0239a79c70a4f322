package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.message.Bytes;
import java.util.Optional;

/**
 * How a server keeps to the WebSocket protocol, beneath the messages; a well-bred one unless said
 * otherwise.
 */
public interface Manners {
  Manners GOOD = new Manners() {};

  /** What a ping is answered with; empty for nothing. */
  default Optional<Bytes> pong(Bytes ping) {
    return Optional.of(ping);
  }

  /**
   * The code with which the end of a socket is answered.
   *
   * @param code the client's
   */
  default int farewell(int code) {
    return code;
  }

  /** The code with which a socket ends over what is against the WebSocket protocol. */
  default int objection(int code) {
    return code;
  }

  /** Whether the first fragment of a message is kept until the rest has come. */
  default boolean waitsForTheRest() {
    return true;
  }

  /** Whether a socket counts as busy when something has come over it. */
  default boolean noticesLife() {
    return true;
  }

  /** The socket is gone. */
  default void gone() {}
}
