package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.target.DeclaredTarget;
import java.util.List;

/** Somebody else's server, of which a target file tells. */
public record Host(DeclaredTarget target) implements Venue {
  @Override
  public String name() {
    return target.name();
  }

  @Override
  public Quota quota() {
    return target.quota();
  }

  @Override
  public List<Secret> secrets() {
    return target.secrets();
  }

  @Override
  public void close() {}
}
