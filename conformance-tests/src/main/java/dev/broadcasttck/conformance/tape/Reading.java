package dev.broadcasttck.conformance.tape;

import dev.broadcasttck.spec.protocol.Envelope;

/** What a frame turned out to be: bytes that cannot be read are an observation, not an error. */
public sealed interface Reading {
  /** A message of the protocol. */
  record Message(Envelope envelope) implements Reading {}

  /** Something else, with the reason in one sentence. */
  record Noise(String why) implements Reading {}
}
