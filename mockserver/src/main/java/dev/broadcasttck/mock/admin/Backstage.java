package dev.broadcasttck.mock.admin;

import dev.broadcasttck.mock.critic.Gallery;
import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.time.Timers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What there is to a mock from behind, at the moment; for its one thread. */
public interface Backstage {
  URI url();

  Script script();

  Board board();

  /** Why a fault cannot be switched on here; empty where it can. */
  default Optional<String> objection(Fault fault) {
    return fault.isBuiltIn()
        ? Optional.of(
            fault.name()
                + " is built into the project: start the mock with it, as in ./tck mock --fault")
        : Optional.empty();
  }

  /** Where the critic sits, if there is one. */
  Optional<Gallery> gallery();

  /** The project of a name; the usual one where none is named. */
  Optional<Project> project(Optional<String> name);

  /** The projects beside the usual one, by their names. */
  Map<String, Project> projects();

  Instant now();

  /** How far the clock has been moved. */
  Duration ahead();

  /** Moves the clock once everything has been handled that has arrived before, and goes on then. */
  void advance(Duration way, Runnable then);

  /** Timers by the world's time. */
  Timers worldTimers();

  /** Ends every socket as a server does that stops. */
  void endSockets();

  void reset();
}
