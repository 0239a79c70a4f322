package dev.broadcasttck.mock.session;

import dev.broadcasttck.mock.token.Token;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Decides about joins. */
public interface Admission {
  /** With what a socket ends that joins too often. */
  int GOING_AWAY = 1001;

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

    /**
     * The join fails; the reason begins with a code.
     *
     * @param closeCode with what the socket ends, where it does
     */
    record Refused(String reason, Optional<Integer> closeCode) implements Decision {
      static final Refused TOO_MANY_CHANNELS =
          new Refused("ChannelRateLimitReached: Too many channels");
      static final Refused TOO_MANY_JOINS =
          new Refused(
              "ClientJoinRateLimitReached: Too many joins per second", Optional.of(GOING_AWAY));

      public Refused(String reason) {
        this(reason, Optional.empty());
      }
    }
  }
}
