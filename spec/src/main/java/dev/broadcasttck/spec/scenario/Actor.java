package dev.broadcasttck.spec.scenario;

import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.util.Optional;

/**
 * Somebody who plays in a scenario: one client with, at most, one socket at a time.
 *
 * @param name as the steps call it
 * @param vsn the protocol version it always speaks, where that is not the variant's
 * @param encoding how it always frames its broadcasts, where that is not the variant's
 * @param settings how its client is made
 */
public record Actor(
    String name,
    Optional<ProtocolVersion> vsn,
    Optional<Encoding> encoding,
    ClientSettings settings) {
  /** In the client corpus, the server itself: it plays without being declared. */
  public static final String SERVER = "server";

  /** An actor whose client is made as usual. */
  public Actor(String name, Optional<ProtocolVersion> vsn, Optional<Encoding> encoding) {
    this(name, vsn, encoding, ClientSettings.NONE);
  }
}
