package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.between.Place;
import dev.broadcasttck.mock.between.Reach;
import dev.broadcasttck.mock.between.Traveller;
import dev.broadcasttck.mock.critic.Critic;
import dev.broadcasttck.mock.critic.Gallery;
import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Terms;
import dev.broadcasttck.mock.http.Answer;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.netty.MockPort;
import dev.broadcasttck.mock.netty.Wire;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.LiveSocket;
import dev.broadcasttck.mock.script.Retention;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.token.TokenOffice;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The mock's faults, journal and admin API without its server: for whoever stands between clients
 * and another server. Has a thread of its own, on which all of it is called but for what says
 * otherwise.
 */
public final class Checkpoint implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SERVICE_RESTART = 1012;

  private final MovableClock clock = new MovableClock(Clock.systemUTC());
  private final MockPort port = new MockPort(clock, PATIENCE);
  private final Supplier<URI> url;
  private final List<Fault> faults;
  private final Optional<AdminApi> admin;
  private final Optional<Supplier<Critic>> critic;
  private volatile World world;

  /** All that it forgets when it begins again. */
  record World(Place place, Script script, Optional<Gallery> gallery) {}

  /**
   * Opens one.
   *
   * @param faults that are on from the beginning
   * @param admin whether the API answers, and to whom
   * @param critic makes one for each journal, whose remarks the API shows
   * @param url where it is found
   * @throws IllegalArgumentException where a fault is not one that a server can be given from
   *     outside
   */
  public static Checkpoint open(
      List<Fault> faults,
      Optional<Guard> admin,
      Optional<Supplier<Critic>> critic,
      Supplier<URI> url) {
    faults.forEach(
        fault ->
            objection(fault)
                .ifPresent(
                    reason -> {
                      throw new IllegalArgumentException(reason);
                    }));
    return new Checkpoint(faults, admin, critic, url);
  }

  private Checkpoint(
      List<Fault> faults,
      Optional<Guard> admin,
      Optional<Supplier<Critic>> critic,
      Supplier<URI> url) {
    this.faults = List.copyOf(faults);
    this.url = url;
    this.critic = critic;
    this.admin = admin.map(guard -> new AdminApi(() -> new CheckpointBackstage(this), guard));
    this.world = begin();
  }

  /** Why a server cannot be given a fault from outside, in a sentence; empty where it can. */
  public static Optional<String> objection(Fault fault) {
    return Reach.inside(fault)
        .map(
            inside ->
                "%s cannot be had from outside: it is about %s, which only the server itself decides"
                    .formatted(fault.name(), inside));
  }

  private World begin() {
    Board board = new Board(faults);
    Hub hub = Place.hub(board, port.worldTimers());
    Project project =
        Project.open(
            ProjectSettings.DEFAULT, Profile.PLAIN, new TokenOffice("", clock), hub, port.timers());
    Script script = new Script(new Journal(clock, Retention.RECENT), port.timers());
    admin.ifPresent(api -> api.follow(script.journal()));
    Optional<Gallery> gallery =
        admin.flatMap(api -> critic).map(it -> Gallery.open(script.journal(), it));
    return new World(new Place(board, project, port.worldTimers()), script, gallery);
  }

  /** The loop of its one thread. */
  public EventLoopGroup loop() {
    return port.loop();
  }

  /** Whether a path is the admin API's. */
  public boolean answers(String path) {
    return admin.isPresent() && path.matches("/__tck([/?].*)?");
  }

  /** Serves the admin API over a connection of the loop. */
  public void answer(Channel connection) {
    port.adopt(connection, () -> new AdminSite(admin));
  }

  /** A socket is asked for. */
  public Traveller ask(Request request) {
    return Traveller.ask(world.place(), world.script(), request);
  }

  /** A connection of the loop, beneath all that is written to it from now on. */
  public static Wire wire(Channel connection) {
    return MockPort.wire(connection);
  }

  /** A request was made, which gets a number. */
  public int asked(Request request) {
    return world.script().asked(request);
  }

  /** It was answered. */
  public void answered(int call, Answer answer) {
    world.script().answered(call, answer);
  }

  /** What is on; from any thread. */
  public List<Board.Charge> charges() {
    List<Board.Charge> all = new ArrayList<>();
    port.run(() -> all.addAll(board().charges()));
    return all;
  }

  /**
   * Switches a fault on; from any thread.
   *
   * @throws IllegalArgumentException where a server cannot be given it from outside
   */
  public void switchOn(Fault fault, Terms terms) {
    objection(fault)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    port.run(() -> board().switchOn(fault, terms));
  }

  /** Switches all faults off; from any thread. */
  public void switchAllOff() {
    port.run(() -> board().charges().forEach(it -> board().switchOff(it.number())));
  }

  Board board() {
    return world.place().board();
  }

  World world() {
    return world;
  }

  MockPort port() {
    return port;
  }

  MovableClock clock() {
    return clock;
  }

  URI url() {
    return url.get();
  }

  void endSockets() {
    world.script().sockets().forEach(socket -> socket.close(SERVICE_RESTART));
  }

  void reset() {
    world.script().sockets().forEach(LiveSocket::cut);
    world.gallery().ifPresent(Gallery::close);
    world = begin();
  }

  /** Ends the thread. */
  @Override
  public void close() {
    port.close();
    world.gallery().ifPresent(Gallery::close);
  }
}
