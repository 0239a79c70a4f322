package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.Backstage;
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

/** A checkpoint as its admin API sees it. */
record CheckpointBackstage(Checkpoint checkpoint) implements Backstage {
  @Override
  public URI url() {
    return checkpoint.url();
  }

  @Override
  public Script script() {
    return checkpoint.world().script();
  }

  @Override
  public Board board() {
    return checkpoint.board();
  }

  @Override
  public Optional<Gallery> gallery() {
    return checkpoint.world().gallery();
  }

  @Override
  public Optional<String> objection(Fault fault) {
    return Checkpoint.objection(fault);
  }

  @Override
  public Optional<Project> project(Optional<String> name) {
    return name.isEmpty() ? Optional.of(checkpoint.world().place().project()) : Optional.empty();
  }

  @Override
  public Map<String, Project> projects() {
    return Map.of();
  }

  @Override
  public Instant now() {
    return checkpoint.clock().instant();
  }

  @Override
  public Duration ahead() {
    return checkpoint.clock().ahead();
  }

  /** The clock is that of the journal; the server has its own. */
  @Override
  public void advance(Duration way, Runnable then) {
    checkpoint.port().advance(way, then);
  }

  @Override
  public Timers worldTimers() {
    return checkpoint.port().worldTimers();
  }

  @Override
  public void endSockets() {
    checkpoint.endSockets();
  }

  @Override
  public void reset() {
    checkpoint.reset();
  }
}
