package dev.broadcasttck.conformance.verdict;

/**
 * A sort of point in the traffic behind which a forbidden message can no longer come, on a server
 * that keeps the order which the sort relies on.
 */
public enum Barrier {
  /** The server's reply to the sender's own broadcast. */
  OWN_REPLY(Grade.A, false, "the server's reply to it"),
  /** A sentinel by somebody who has got the broadcast; it comes from another process. */
  WITNESS(Grade.A, true, "a sentinel by somebody who had got it"),
  /** The reply to leaving the channel, which comes from where a reply to the push would. */
  LEAVE_REPLY(Grade.A, true, "the reply to leaving the channel afterwards"),
  /** The end of the socket. */
  SOCKET_END(Grade.A, false, "the end of the socket"),
  /** A sentinel by the same sender on the same topic. */
  SAME_SENDER(Grade.B, true, "a sentinel by the same sender"),
  /** A sentinel by the same sender on the watched topic, for a broadcast on another. */
  OTHER_TOPIC(Grade.B, true, "a sentinel by the same sender on the other topic"),
  /** A sentinel over REST, sent when the request before it was answered. */
  OVER_REST(Grade.B, true, "a sentinel over REST"),
  /** What became of the act of the same client which the forbidden one would have preceded. */
  OWN_ACT(Grade.B, false, "what the client did in its place"),
  /** A later message of the server on the same socket, in the client corpus. */
  LATER_MESSAGE(Grade.B, false, "a later message of the server on the same socket"),
  /** A later frame that the client was made to send, in the client corpus. */
  LATER_FRAME(Grade.B, false, "a later frame of the same client"),
  /** No barrier, but a window without it. */
  WINDOW(Grade.C, false, "a quiet window");

  private final Grade grade;
  private final boolean reliesOnOrder;
  private final String words;

  Barrier(Grade grade, boolean reliesOnOrder, String words) {
    this.grade = grade;
    this.reliesOnOrder = reliesOnOrder;
    this.words = words;
  }

  /** What it is worth where it holds. */
  public Grade grade() {
    return grade;
  }

  /** Whether it holds only where broadcasts, or replies, arrive in the order of their sending. */
  public boolean reliesOnOrder() {
    return reliesOnOrder;
  }

  @Override
  public String toString() {
    return words;
  }
}
