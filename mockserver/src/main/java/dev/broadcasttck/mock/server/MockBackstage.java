package dev.broadcasttck.mock.server;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.broadcasttck.mock.admin.Backstage;
import dev.broadcasttck.mock.critic.Gallery;
import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.time.Timers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A running mock as its admin API sees it. */
record MockBackstage(BroadcastMock mock) implements Backstage {
  private static final int HALF_A_MILLISECOND = 500_000;

  @Override
  public URI url() {
    return mock.url();
  }

  /** A mock with an admin API has one. */
  @Override
  public Script script() {
    return mock.era().script().orElseThrow();
  }

  @Override
  public Board board() {
    return mock.era().board();
  }

  @Override
  public Optional<Gallery> gallery() {
    return mock.era().gallery();
  }

  @Override
  public Optional<Project> project(Optional<String> name) {
    Projects projects = mock.era().projects();
    return name.isEmpty() ? Optional.of(projects.usual()) : projects.named(name.get());
  }

  @Override
  public Map<String, Project> projects() {
    return mock.era().projects().others();
  }

  @Override
  public Instant now() {
    return mock.clock().instant();
  }

  /** To the millisecond: time goes on while the clock is moved. */
  @Override
  public Duration ahead() {
    return mock.movableClock().ahead().plusNanos(HALF_A_MILLISECOND).truncatedTo(MILLIS);
  }

  @Override
  public void advance(Duration way, Runnable then) {
    mock.mockPort().advance(way, then);
  }

  @Override
  public Timers worldTimers() {
    return mock.mockPort().worldTimers();
  }

  @Override
  public void endSockets() {
    mock.endSockets();
  }

  @Override
  public void reset() {
    mock.reset();
  }
}
