package dev.broadcasttck.conformance.scripted;

import dev.broadcasttck.conformance.driver.ChannelOptions;
import java.util.Set;

/**
 * The decisions in which a client is right or wrong; a line for each obligation.
 *
 * @param misbehaviours what it is to do wrong
 */
record Conduct(Set<Misbehaviour> misbehaviours) {

  /** Whether a send stays unsettled until its reply has come. */
  boolean waitsForReply(ChannelOptions options) {
    return options.ack() && !misbehaviours.contains(Misbehaviour.RESOLVES_EARLY);
  }

  /** Whether a listener is called for a broadcast's event. */
  boolean calls(Listener listener, String event) {
    return listener.wants(event) || misbehaviours.contains(Misbehaviour.FILTERS_NOTHING);
  }
}
