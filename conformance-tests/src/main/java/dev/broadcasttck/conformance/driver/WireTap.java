package dev.broadcasttck.conformance.driver;

import dev.broadcasttck.conformance.tape.Happening;

/** Where a driver that has sockets of its own writes their traffic, frame by frame and at once. */
@FunctionalInterface
public interface WireTap {
  void saw(Happening.Wire happening);
}
