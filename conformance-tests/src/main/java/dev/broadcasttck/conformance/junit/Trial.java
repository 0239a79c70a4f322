package dev.broadcasttck.conformance.junit;

import dev.broadcasttck.conformance.run.Playing;
import dev.broadcasttck.conformance.run.RunListener;
import dev.broadcasttck.conformance.verdict.Outcome;
import java.util.List;

/** Somebody who can be tried: a server, and a client to try it with. */
@FunctionalInterface
interface Trial {
  Outcome play(List<Playing> playings, RunListener listener) throws InterruptedException;
}
