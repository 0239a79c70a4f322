package dev.broadcasttck.conformance.relay;

import java.time.Duration;

/**
 * What a relay does to what it forwards, none of which a client or a server may mind.
 *
 * @param toServer how long bytes for the server are kept, without changing their order
 * @param toClient how long bytes for the client are kept
 * @param oneByte whether each byte is a segment of its own
 * @param compressed whether messages are compressed between relay and client, where the client
 *     offers that; they are framed anew then, and no longer the same bytes
 */
public record Conditions(
    Duration toServer, Duration toClient, boolean oneByte, boolean compressed) {
  /** Byte for byte, at once. */
  public static final Conditions NONE = delay(Duration.ZERO);

  public static final Conditions ONE_BYTE =
      new Conditions(Duration.ZERO, Duration.ZERO, true, false);

  public static final Conditions COMPRESSED =
      new Conditions(Duration.ZERO, Duration.ZERO, false, true);

  /** The same in both directions. */
  public static Conditions delay(Duration delay) {
    return new Conditions(delay, delay, false, false);
  }
}
