package dev.broadcasttck.conformance.history;

import java.util.stream.Stream;

/** Something that holds for every conversation. */
@FunctionalInterface
interface Law {
  Stream<Violation> violations(Transcript transcript);
}
