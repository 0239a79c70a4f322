package dev.broadcasttck.conformance.endpoint;

import java.util.List;
import java.util.Optional;

/**
 * An endpoint, with what it takes to make tokens for it.
 *
 * @param endpoint where it is
 * @param jwtSecret what its tokens are signed with, if we hold it
 * @param otherNodes the same server at other addresses, so that what one node is sent must reach
 *     the members at another
 */
public record Premises(Endpoint endpoint, Optional<Secret> jwtSecret, List<Endpoint> otherNodes) {

  /** A server with one address. */
  public Premises(Endpoint endpoint, Optional<Secret> jwtSecret) {
    this(endpoint, jwtSecret, List.of());
  }

  /** Where the n-th actor connects to, counted from 0: each to the next node in turn. */
  public Endpoint node(int n) {
    int index = n % (otherNodes.size() + 1);
    return index == 0 ? endpoint : otherNodes.get(index - 1);
  }
}
