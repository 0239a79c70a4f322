package dev.broadcasttck.conformance.run;

import dev.broadcasttck.conformance.endpoint.Quota;

/**
 * How the sockets of a quota are divided.
 *
 * @param stages for playings
 * @param vigils for those that are over but still watched
 * @param twins for calibration
 */
record Shares(int stages, int vigils, int twins) {

  /** Whatever is left when the greediest playing has its sockets is shared with vigils. */
  static Shares of(Quota quota, Programme programme) {
    if (programme.forbidding().isEmpty()) {
      return new Shares(quota.sockets(), 0, 0);
    }
    int spare = Math.max(0, quota.sockets() - Company.TWINS - programme.mostSockets());
    int vigils = spare / 2;
    return new Shares(Math.max(1, quota.sockets() - Company.TWINS - vigils), vigils, Company.TWINS);
  }
}
