package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Premises;
import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.Target;
import java.util.List;
import java.util.Optional;

/** A server to hold a run at: where it is, what it claims, and how much of us it bears. */
public interface Venue extends AutoCloseable {
  /** What reports call it beside its address. */
  String name();

  Target target();

  Quota quota();

  /** What must not be shown of it. */
  List<Secret> secrets();

  /** The main endpoint. */
  default Endpoint endpoint() {
    return target().premises(Optional.empty()).map(Premises::endpoint).orElseThrow();
  }

  /** Gives back what was opened for the run; somebody else's server stays as it is. */
  @Override
  void close();
}
