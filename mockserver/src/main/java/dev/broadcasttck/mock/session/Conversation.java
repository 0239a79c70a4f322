package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.codec.Frame;
import java.util.List;

/** What one socket receives, and how it goes to its end. */
public interface Conversation {
  void receive(Frame frame);

  /**
   * The client sent a close frame.
   *
   * @param code 1005 where it named none
   * @return whether it is to be answered
   */
  default boolean closing(int code) {
    return true;
  }

  /** The channels that it has joined, in the order of their joins. */
  default List<Membership> memberships() {
    return List.of();
  }

  /** Its channel of a topic is over, and somebody else says so. */
  default void forget(String topic) {}

  /** How the server keeps to the WebSocket protocol on this socket. */
  default Manners manners() {
    return Manners.GOOD;
  }

  /** Nothing may be sent any more. Ending twice does no harm. */
  void end();

  /** The connection is gone. */
  default void gone() {
    end();
  }
}
