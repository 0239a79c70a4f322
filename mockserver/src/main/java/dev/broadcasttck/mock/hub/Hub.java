package dev.broadcasttck.mock.hub;

import dev.broadcasttck.mock.codec.Delivery;
import tools.jackson.databind.JsonNode;

/** Brings broadcasts to the members of a room, in the order in which they were published. */
public interface Hub {
  void join(Room room, Member member);

  void leave(Room room, Member member);

  /** All copies are handed out when this returns. */
  Fate publish(Publication publication);

  /**
   * A broadcast has come for a member that was published elsewhere.
   *
   * @param publication as far as it is known; its sender is the member itself or nobody
   */
  default void arrive(Publication publication, Member member, Delivery delivery) {
    member.deliver(delivery);
  }

  /** Says something that is no broadcast to all members of a room. */
  void announce(Room room, String event, JsonNode payload);

  /** What became of a publication. */
  enum Fate {
    DELIVERED,
    /**
     * The real server's way with a payload that is no object as soon as a version-2 member would
     * get it: the sender's channel crashes (recordings 04_broadcast_payload_nonmap, 20).
     */
    CRASHED
  }
}
