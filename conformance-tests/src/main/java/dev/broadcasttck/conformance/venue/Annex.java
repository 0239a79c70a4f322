package dev.broadcasttck.conformance.venue;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.endpoint.Target;
import java.util.List;

/** A venue that is another one but for what it says for itself. */
interface Annex extends Venue {
  /** The other one. */
  Venue venue();

  @Override
  default String name() {
    return venue().name();
  }

  @Override
  default Target target() {
    return venue().target();
  }

  @Override
  default Quota quota() {
    return venue().quota();
  }

  @Override
  default List<Secret> secrets() {
    return venue().secrets();
  }

  @Override
  default void close() {
    venue().close();
  }
}
