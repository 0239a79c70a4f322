package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.StandIn;
import dev.broadcasttck.conformance.endpoint.Target;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server to which a secret is sent that this run has made up, in a header of every request: where
 * that turns up in a report, real ones would.
 *
 * @param venue where the run is held
 * @param canary the secret
 */
public record Planted(Venue venue, Secret canary) implements Annex {
  private static final String HEADER = "X-Tck-Canary";
  private static final int BYTES = 16;

  /** Plants a new one. */
  public static Planted in(Venue venue) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Planted(venue, new Secret("canary" + HexFormat.of().formatHex(bytes)));
  }

  @Override
  public Target target() {
    return new Visited(venue.target(), canary);
  }

  @Override
  public List<Secret> secrets() {
    return Stream.concat(venue.secrets().stream(), Stream.of(canary)).toList();
  }

  private record Visited(Target behind, Secret canary) implements StandIn {
    @Override
    public Optional<Premises> premises(Optional<String> purpose) {
      return behind.premises(purpose).map(this::planted);
    }

    private Premises planted(Premises premises) {
      return new Premises(
          planted(premises.endpoint()),
          premises.jwtSecret(),
          premises.otherNodes().stream().map(this::planted).toList());
    }

    private Endpoint planted(Endpoint endpoint) {
      Map<String, String> headers = new LinkedHashMap<>(endpoint.headers());
      headers.put(HEADER, canary.reveal());
      return new Endpoint(endpoint.socket(), endpoint.broadcast(), endpoint.apiKey(), headers);
    }
  }
}
