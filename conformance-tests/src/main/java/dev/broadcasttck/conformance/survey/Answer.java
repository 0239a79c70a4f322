package dev.broadcasttck.conformance.survey;

/**
 * What a server said to one question.
 *
 * @param capability what was asked for
 * @param opinion what its answer comes to
 * @param heard the answer in words
 */
public record Answer(String capability, Opinion opinion, String heard) {
  /** What an answer comes to. */
  public enum Opinion {
    /** The server can do it, it did. */
    CAN,
    /** The server cannot do it, it said so or did something else. */
    CANNOT,
    /** The answer tells neither. */
    UNCLEAR
  }

  static Answer can(String capability, String heard) {
    return new Answer(capability, Opinion.CAN, heard);
  }

  static Answer cannot(String capability, String heard) {
    return new Answer(capability, Opinion.CANNOT, heard);
  }

  static Answer unclear(String capability, String heard) {
    return new Answer(capability, Opinion.UNCLEAR, heard);
  }
}
