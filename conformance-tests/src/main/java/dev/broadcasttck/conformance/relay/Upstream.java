package dev.broadcasttck.conformance.relay;

import dev.broadcasttck.conformance.plain.Uplink;
import dev.broadcasttck.conformance.wire.TransportOptions;
import java.net.URI;

/**
 * The server behind a relay.
 *
 * @param base its scheme, host and port, such as {@code wss://HOST}; with {@code wss} or {@code
 *     https} TLS is spoken to it
 * @param transport how a connection to it is made
 */
public record Upstream(URI base, TransportOptions transport) {
  /** The server of an address, whatever its path. */
  public static Upstream of(URI address, TransportOptions transport) {
    return new Upstream(URI.create(scheme(address) + "://" + address.getAuthority()), transport);
  }

  /** Sockets and requests are the same server's. */
  private static String scheme(URI address) {
    return Uplink.isSecure(address) ? "https" : "http";
  }

  /** What a {@code Host} header says to mean it. */
  String authority() {
    String authority = base.getAuthority();
    return authority.substring(authority.indexOf('@') + 1);
  }
}
