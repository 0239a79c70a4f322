package dev.broadcasttck.conformance.stage;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param mustCome for what must come; spent only where it does not
 */
public record Budgets(Duration mustCome) {
  /** Longer than the real server takes to refuse a join. */
  public static final Budgets DEFAULT = new Budgets(Duration.ofSeconds(8));
}
