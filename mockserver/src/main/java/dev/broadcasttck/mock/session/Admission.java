package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.token.Token;
import tools.jackson.databind.JsonNode;

/** Decides about joins. */
public interface Admission {
  /**
   * What a join is to be answered with.
   *
   * @param topic begins with {@code realtime:}
   * @param payload the join's payload, whatever it is
   */
  Decision decide(String topic, JsonNode payload);

  /** Yes or no. */
  sealed interface Decision {
    /**
     * The join is taken.
     *
     * @param token the join's own one, or else the connection's key
     */
    record Admitted(JoinConfig config, Token.Valid token) implements Decision {}

    /** The join fails; the reason begins with a code. */
    record Refused(String reason) implements Decision {}
  }
}
