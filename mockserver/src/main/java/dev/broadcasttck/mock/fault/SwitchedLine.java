package dev.broadcasttck.mock.fault;

import dev.broadcasttck.mock.session.Line;
import dev.broadcasttck.mock.session.LineBefore;

/** A line with the faults before it that are on. */
record SwitchedLine(Switched<Line> switched) implements LineBefore {
  @Override
  public Line line() {
    return switched.now();
  }
}
