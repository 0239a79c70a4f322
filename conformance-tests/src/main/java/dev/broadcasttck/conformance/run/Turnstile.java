package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.endpoint.Quota;
import dev.broadcasttck.conformance.stage.Pace;

/**
 * Lets actors through no faster than an endpoint's quota allows, over all playings of a run.
 *
 * @param joins of the whole run
 * @param events of the whole run, sent and delivered
 */
record Turnstile(RateLimit joins, RateLimit events) implements Pace {

  static Turnstile of(Quota quota) {
    return new Turnstile(
        new RateLimit(quota.joinsPerSecond(), System::nanoTime),
        new RateLimit(quota.eventsPerSecond(), System::nanoTime));
  }

  @Override
  public void beforeJoin() throws InterruptedException {
    joins.pass(1);
  }

  @Override
  public void beforeBroadcast(int members) throws InterruptedException {
    events.pass(members);
  }
}
