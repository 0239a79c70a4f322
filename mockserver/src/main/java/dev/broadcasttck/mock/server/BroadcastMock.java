package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.critic.Critic;
import dev.broadcasttck.mock.critic.Gallery;
import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.hub.Hub;
import dev.broadcasttck.mock.hub.TopicHub;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.netty.MockPort;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.script.Journal;
import dev.broadcasttck.mock.script.Retention;
import dev.broadcasttck.mock.script.Script;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.token.TokenOffice;
import dev.broadcasttck.mock.verify.Expectation;
import dev.broadcasttck.mock.verify.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A running mock server of the Realtime Broadcast protocol, on the loopback address unless it is
 * built otherwise.
 *
 * <p>Its sockets are open when {@link Builder#start()} returns, and all its threads have ended when
 * {@link #close()} does. Every method may be called from any thread.
 */
public final class BroadcastMock implements AutoCloseable {
  private static final int SERVICE_RESTART = 1012;
  private static final Duration TEN_YEARS = Duration.ofDays(3653);

  private final MovableClock clock;
  private final TokenOffice tokens;
  private final MockPort port;
  private final Builder settings;
  private final String anonKey;
  private final Optional<AdminApi> admin;
  private volatile World world;

  private BroadcastMock(Builder settings) throws IOException {
    this.settings = settings;
    this.clock = new MovableClock(settings.clock);
    this.tokens = new TokenOffice(settings.jwtSecret, clock);
    this.anonKey = tokens.issue("anon", TEN_YEARS);
    this.port = new MockPort(clock, settings.requestPatience);
    this.admin = settings.guard.map(it -> new AdminApi(() -> new MockBackstage(this), it));
    this.world = settings.world(clock, port, admin);
    follow();
    settings.neighbour.ifPresent(port::invite);
    listen();
  }

  private void listen() throws IOException {
    settings.neighbour.ifPresent(Neighbour::open);
    try {
      port.listen(settings.host, settings.port, () -> world.site());
    } catch (IOException e) {
      settings.neighbour.ifPresent(Neighbour::close);
      world.gallery().ifPresent(Gallery::close);
      throw e;
    }
  }

  /** All that a mock forgets when it begins again. */
  record World(
      Projects projects,
      Optional<Script> script,
      Optional<Gallery> gallery,
      OpaqueKeys opaqueKeys,
      Board board,
      MockSite site) {}

  public static Builder builder() {
    return new Builder();
  }

  /** What SDKs on this machine take as the project's URL. */
  public URI url() {
    return URI.create("http://" + authority());
  }

  /** Where sockets are opened, still without key and version. */
  public URI socketUrl() {
    return URI.create("ws://" + authority() + "/realtime/v1/websocket");
  }

  private String authority() {
    InetAddress host = settings.host;
    String name = host.getHostAddress();
    return host.isAnyLocalAddress()
        ? "127.0.0.1:" + port()
        : (host instanceof Inet6Address ? "[" + name + "]" : name) + ":" + port();
  }

  /** Where REST takes a batch of messages. */
  public URI broadcastUrl() {
    return url().resolve("/realtime/v1/api/broadcast");
  }

  /** A key of the role {@code anon} that holds for ten years. */
  public String anonKey() {
    return anonKey;
  }

  /** A token of a role; one whose lifetime is negative has expired already. */
  public String token(String role, Duration lifetime) {
    return tokens.issue(role, lifetime);
  }

  /** The same with further claims. */
  public String token(String role, Duration lifetime, Map<String, String> claims) {
    return tokens.issue(role, lifetime, claims);
  }

  /** A key of the newer, opaque kind, which stands for a token in requests. */
  public String opaqueKey(String token) {
    return world.opaqueKeys().issue(token);
  }

  World world() {
    return world;
  }

  MovableClock movableClock() {
    return clock;
  }

  MockPort mockPort() {
    return port;
  }

  /**
   * What a test has this mock do, and sees of it.
   *
   * @throws IllegalStateException where it was not built to be {@link Builder#scripted() scripted}
   */
  public MockScript script() {
    return world
        .script()
        .map(it -> new MockScript(it, port))
        .orElseThrow(() -> new IllegalStateException("build the mock with scripted() for that"));
  }

  /**
   * Waits for what clients are expected to send, for as long as {@link Builder#patience} says.
   *
   * @throws AssertionError with all that came and went, where it did not come so often
   * @throws IllegalStateException where the mock was not built to be {@link Builder#scripted()
   *     scripted}
   */
  public void verify(Expectation expected) {
    new Verification(script().journal(), port::settle).verify(expected, settings.patience);
  }

  public int port() {
    return port.port();
  }

  /** The project behind {@code localhost}. */
  public MockProject project() {
    return new MockProject(world.projects().usual(), port);
  }

  /**
   * Another project, by the first label of its host's name.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public MockProject project(String name) {
    return world
        .projects()
        .named(name)
        .map(project -> new MockProject(project, port))
        .orElseThrow(() -> new IllegalArgumentException("there is no project " + name));
  }

  /** What time it is in the mock, moves included. */
  public Clock clock() {
    return clock;
  }

  /**
   * Moves the mock's clock. What has arrived before is handled before, what falls due on the way is
   * done on the way: tokens expire, delayed answers are given, idle sockets are closed.
   */
  public void advance(Duration way) {
    port.advance(way);
  }

  /** Ends every socket with 1012, as a server does that stops; new ones may be opened. */
  public void endSockets() {
    world.board().closing(SERVICE_RESTART).ifPresent(port::endSockets);
  }

  /**
   * Begins again, on the same port and with the same key: every socket is cut, and no topic, no
   * stored message, no opaque key, no line of the journal, no intervention and no move of the clock
   * is left. A {@link MockScript} got before is of no use any more. A neighbour begins again too.
   */
  public void reset() {
    port.beginAgain(
        () -> {
          world.gallery().ifPresent(Gallery::close);
          world = settings.world(clock, port, admin);
          follow();
        });
  }

  private void follow() {
    admin.ifPresent(api -> world.script().ifPresent(it -> api.follow(it.journal())));
  }

  /** Closes every socket with 1012 and ends every thread. */
  @Override
  public void close() {
    port.close();
    world.gallery().ifPresent(Gallery::close);
    settings.neighbour.ifPresent(Neighbour::close);
  }

  /** The settings of a mock that does not run yet. */
  public static final class Builder {
    private static final int SECRET_BYTES = 32;

    private InetAddress host = InetAddress.getLoopbackAddress();
    private int port;
    private Optional<Guard> guard = Optional.empty();
    private Optional<Supplier<Critic>> critic = Optional.empty();
    private String jwtSecret = randomSecret();
    private List<Fault> faults = List.of();
    private Clock clock = Clock.systemUTC();
    private boolean olderServer;
    private boolean scripted;
    private Duration patience = Duration.ofSeconds(2);
    private Optional<Neighbour> neighbour = Optional.empty();
    private Duration requestPatience = Duration.ofSeconds(30);
    private Profile profile = Profile.PLAIN;
    private ProjectSettings usual = ProjectSettings.DEFAULT;
    private final Map<String, ProjectSettings> others = new LinkedHashMap<>();
    private final Map<String, String> secrets = new HashMap<>();

    private Builder() {}

    /**
     * On which address to listen; the loopback address by default.
     *
     * @throws IllegalStateException from {@link #start()} where others can come there, and the
     *     admin API has no token
     */
    public Builder host(InetAddress value) {
      host = value;
      return this;
    }

    /** 0, which is the default, for any free one. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** What tokens are signed with; a random one by default. */
    public Builder jwtSecret(String value) {
      jwtSecret = value;
      return this;
    }

    /** In what ways to misbehave; none by default. */
    public Builder faults(List<Fault> value) {
      faults = List.copyOf(value);
      return this;
    }

    /** By which tokens expire. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Whether to answer 404 on the path for a single event, as servers before 2.97 do. */
    public Builder olderServer(boolean value) {
      olderServer = value;
      return this;
    }

    /** Keeps a journal of all that comes and goes, and lets a test intervene in it. */
    public Builder scripted() {
      scripted = true;
      return this;
    }

    /**
     * Answers under {@code /__tck} whoever is on this machine. Keeps a journal of the last lines,
     * or of all where the mock is {@link #scripted()} too.
     */
    public Builder admin() {
      guard = Optional.of(new Guard(Optional.empty()));
      return this;
    }

    /** Answers under {@code /__tck} whoever has a token, likewise. */
    public Builder admin(String token) {
      guard = Optional.of(new Guard(Optional.of(token)));
      return this;
    }

    /**
     * Has somebody read the journal who knows the rules, and shows under {@code /__tck} what was
     * remarked; of use with {@link #admin()} only.
     *
     * @param value makes one for each journal, which begins anew when the mock does
     */
    public Builder critic(Supplier<Critic> value) {
      critic = Optional.of(value);
      return this;
    }

    /** How long to wait for what clients are expected to send; 2 s by default. */
    public Builder patience(Duration value) {
      patience = value;
      return this;
    }

    /** Has somebody answer the rest of a project's API, under the same URL. */
    public Builder with(Neighbour value) {
      neighbour = Optional.of(value);
      return this;
    }

    /** How long a request may take to come, in the world's time; 30 s by default. */
    public Builder requestPatience(Duration value) {
      requestPatience = value;
      return this;
    }

    /** The largest payload; 3,000 kB by default. */
    public Builder payloadKilobytes(int value) {
      usual = usual.withLimits(usual.limits().withPayloadKilobytes(value));
      return this;
    }

    /** The accidents of a real server that are to be imitated; none by default. */
    public Builder profile(Profile value) {
      profile = value;
      return this;
    }

    /** What holds for the project behind {@code localhost}. */
    public Builder settings(ProjectSettings value) {
      usual = value;
      return this;
    }

    /**
     * Another project with the same secret. As soon as there is one, a host that names none of them
     * is unknown, but for {@code localhost} and plain addresses.
     *
     * @param name the first label of the host's name
     */
    public Builder project(String name, ProjectSettings value) {
      others.put(name, value);
      return this;
    }

    /** Another project with a secret of its own. */
    public Builder project(String name, ProjectSettings value, String secret) {
      secrets.put(name, secret);
      return project(name, value);
    }

    private World world(MovableClock clock, MockPort port, Optional<AdminApi> admin) {
      Board board = new Board(faults);
      Projects projects = open(board, clock, port);
      Optional<Script> script =
          scripted || guard.isPresent() ? Optional.of(script(clock, port)) : Optional.empty();
      OpaqueKeys keys = new OpaqueKeys();
      MockSite site =
          new MockSite(
              projects, profile, board, port.worldTimers(), olderServer, script, keys, admin);
      return new World(projects, script, gallery(script), keys, board, site);
    }

    private Optional<Gallery> gallery(Optional<Script> script) {
      return guard
          .flatMap(it -> critic)
          .flatMap(it -> script.map(told -> Gallery.open(told.journal(), it)));
    }

    private Script script(MovableClock clock, MockPort port) {
      Retention retention = scripted ? Retention.EVERYTHING : Retention.RECENT;
      return new Script(new Journal(clock, retention), port.timers());
    }

    private Projects open(Board board, MovableClock clock, MockPort port) {
      Map<String, Project> opened = new LinkedHashMap<>();
      others.forEach(
          (name, value) ->
              opened.put(
                  name, open(board, value, secrets.getOrDefault(name, jwtSecret), clock, port)));
      return new Projects(open(board, usual, jwtSecret, clock, port), opened);
    }

    private Project open(
        Board board, ProjectSettings value, String secret, MovableClock clock, MockPort port) {
      Hub hub = board.hub(TopicHub::new, port.worldTimers());
      ProjectSettings settings = board.disturb(value, Fault::disturb);
      TokenOffice tokens = new TokenOffice(secret, clock, board.review());
      return Project.open(settings, profile, tokens, hub, port.timers());
    }

    /**
     * Starts the mock.
     *
     * @throws PortTaken where somebody else listens on the port
     */
    public BroadcastMock start() {
      guard.ifPresent(it -> it.demandTokenBeyond(host, "the mock"));
      try {
        return new BroadcastMock(this);
      } catch (BindException e) {
        throw new PortTaken(port, e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String randomSecret() {
      byte[] bytes = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(bytes);
      return HexFormat.of().formatHex(bytes);
    }
  }
}
