package dev.broadcasttck.mock.between;

import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.time.Timers;

/** What all sockets between clients and one server share. */
public record Place(Board board, Project project, Timers timers) {
  /** The hub of the server as it is seen from here. */
  public static Hub hub(Board board, Timers timers) {
    FarHub far = new FarHub();
    return board.hub(() -> far, timers);
  }

  Hub hub() {
    return project.hub();
  }
}
