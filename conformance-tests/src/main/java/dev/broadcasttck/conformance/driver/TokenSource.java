package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.conformance.endpoint.Secret;
import java.time.Duration;
import java.util.Optional;

/** Where a client has its token from; the key serves where there is none. */
public sealed interface TokenSource {
  /** The user gave it one. */
  record Given(Secret token) implements TokenSource {}

  /**
   * The user gave it a function, to be asked whenever a token is needed.
   *
   * @param token what it yields at first; an empty one stands for none
   * @param delay how long it takes: empty for none at all, zero for the next tick
   */
  record Called(Secret token, Optional<Duration> delay) implements TokenSource {}
}
