package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.Target;
import java.util.List;

/**
 * Somebody else's server, of which nothing is known but where it is: we tread softly.
 *
 * @param secrets what must not be shown of it
 */
public record Stranger(Endpoint endpoint, List<Secret> secrets) implements Venue {
  @Override
  public String name() {
    return "";
  }

  @Override
  public Target target() {
    return Target.of(endpoint);
  }

  @Override
  public Quota quota() {
    return Quota.STRANGER;
  }

  @Override
  public void close() {}
}
