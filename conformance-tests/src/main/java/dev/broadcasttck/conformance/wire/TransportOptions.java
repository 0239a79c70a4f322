package dev.broadcasttck.conformance.wire;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made.
 *
 * @param insecure whether any certificate will do
 * @param caFile certificates in PEM to be trusted besides those that the system trusts
 * @param proxy an HTTP proxy for {@code https} and {@code wss}, such as {@code
 *     http://proxy.example:3128}; never used for this machine itself
 */
public record TransportOptions(boolean insecure, Optional<Path> caFile, Optional<URI> proxy) {
  /** The system's trust, no proxy. */
  public static final TransportOptions PLAIN =
      new TransportOptions(false, Optional.empty(), Optional.empty());

  private static final Set<String> SECURE = Set.of("wss", "https");

  /** Through which proxy to go to an address: for TLS only, and never for this machine. */
  public Optional<URI> proxyTo(URI address) {
    return proxy.filter(
        at -> SECURE.contains(address.getScheme()) && !isThisMachine(address.getHost()));
  }

  private static boolean isThisMachine(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || host.endsWith(".localhost")
            || host.startsWith("127.")
            || host.equals("[::1]")
            || host.equals("::1"));
  }
}
