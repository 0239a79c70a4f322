package dev.broadcasttck.mock.neighbour;

import dev.broadcasttck.mock.message.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What becomes of a request of which a neighbour was asked. */
public sealed interface Reply {
  /** How long the port waits before it does that, by the world's time. */
  Duration delay();

  /** It is the mock's business. */
  record LeftToTheMock(Duration delay) implements Reply {}

  /**
   * It is answered; the length and whether the connection stays are the port's business, unless the
   * headers say something about them.
   *
   * @param reason the words behind the status; empty for the usual ones
   * @param drip how slowly the body leaves; empty for at once
   */
  record Answered(
      int status,
      Optional<String> reason,
      List<Header> headers,
      Bytes body,
      Duration delay,
      Optional<Drip> drip)
      implements Reply {
    public Answered {
      headers = List.copyOf(headers);
    }

    /** An answer without delay. */
    public Answered(int status, List<Header> headers, Bytes body) {
      this(status, Optional.empty(), headers, body, Duration.ZERO, Optional.empty());
    }
  }

  /**
   * The connection ends without an answer, or with one that is none.
   *
   * @param words what is sent before, byte by byte as it is
   */
  record Broken(Bytes words, End end, Duration delay) implements Reply {}

  /** How a body leaves: in so many pieces, spread over that time. */
  record Drip(int pieces, Duration over) {
    public Drip {
      if (pieces < 1) {
        throw new IllegalArgumentException("a body leaves in one piece at least, not " + pieces);
      }
    }
  }

  /** How a connection ends. */
  enum End {
    CLOSED,
    RESET
  }
}
