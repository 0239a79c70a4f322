package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.admin.AdminApi;
import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.critic.Critic;
import dev.broadcasttck.mock.critic.Gallery;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.netty.MockPort;
import dev.broadcasttck.mock.project.Profile;
import dev.broadcasttck.mock.project.ProjectSettings;
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
import java.time.Clock;
import java.time.Duration;
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
  private final Plan plan;
  private final String anonKey;
  private final Optional<AdminApi> admin;
  private volatile Era era;

  private BroadcastMock(Plan plan) throws IOException {
    this.plan = plan;
    this.clock = new MovableClock(plan.clock);
    this.tokens = new TokenOffice(plan.jwtSecret, clock);
    this.anonKey = tokens.issue("anon", TEN_YEARS);
    this.port = new MockPort(clock, plan.requestPatience);
    this.admin = plan.guard.map(it -> new AdminApi(() -> new MockBackstage(this), it));
    this.era = Era.begin(plan, clock, port, admin);
    follow();
    plan.neighbour.ifPresent(it -> port.invite(it, plan.steering()));
    listen();
  }

  private void listen() throws IOException {
    plan.neighbour.ifPresent(Neighbour::open);
    try {
      port.listen(plan.host, plan.port, () -> era.site());
    } catch (IOException e) {
      plan.neighbour.ifPresent(Neighbour::close);
      era.gallery().ifPresent(Gallery::close);
      throw e;
    }
  }

  /** The settings of a mock, to be started. */
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
    InetAddress host = plan.host;
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
    return era.opaqueKeys().issue(token);
  }

  Era era() {
    return era;
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
    return era.script()
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
    new Verification(script().journal(), port::settle).verify(expected, plan.patience);
  }

  /** On which port it listens. */
  public int port() {
    return port.port();
  }

  /** The project behind {@code localhost}. */
  public MockProject project() {
    return new MockProject(era.projects().usual(), port);
  }

  /**
   * Another project, by the first label of its host's name.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public MockProject project(String name) {
    return era.projects()
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
    era.board().closing(SERVICE_RESTART).ifPresent(port::endSockets);
  }

  /**
   * Begins again, on the same port and with the same key: every socket is cut, and no topic, no
   * stored message, no opaque key, no line of the journal, no intervention and no move of the clock
   * is left. A {@link MockScript} got before is of no use any more. A neighbour begins again too.
   */
  public void reset() {
    port.beginAgain(
        () -> {
          era.gallery().ifPresent(Gallery::close);
          era = Era.begin(plan, clock, port, admin);
          follow();
        });
  }

  private void follow() {
    admin.ifPresent(api -> era.script().ifPresent(it -> api.follow(it.journal())));
  }

  /** Closes every socket with 1012 and ends every thread. */
  @Override
  public void close() {
    port.close();
    era.gallery().ifPresent(Gallery::close);
    plan.neighbour.ifPresent(Neighbour::close);
  }

  /** The settings of a mock that does not run yet. */
  public static final class Builder {
    private final Plan plan = new Plan();

    private Builder() {}

    /**
     * On which address to listen; the loopback address by default.
     *
     * @throws IllegalStateException from {@link #start()} where others can come there, and the
     *     admin API has no token
     */
    public Builder host(InetAddress value) {
      plan.host = value;
      return this;
    }

    /** 0, which is the default, for any free one. */
    public Builder port(int value) {
      plan.port = value;
      return this;
    }

    /** What tokens are signed with; a random one by default. */
    public Builder jwtSecret(String value) {
      plan.jwtSecret = value;
      return this;
    }

    /** In what ways to misbehave; none by default. */
    public Builder faults(List<Fault> value) {
      plan.faults = List.copyOf(value);
      return this;
    }

    /** By which tokens expire, timers run, and lines of the journal are dated; UTC by default. */
    public Builder clock(Clock value) {
      plan.clock = value;
      return this;
    }

    /** Whether to answer 404 on the path for a single event, as servers before 2.97 do. */
    public Builder olderServer(boolean value) {
      plan.olderServer = value;
      return this;
    }

    /** Keeps a journal of all that comes and goes, and lets a test intervene in it. */
    public Builder scripted() {
      plan.scripted = true;
      return this;
    }

    /**
     * Answers under {@code /__tck} whoever is on this machine. Keeps a journal of the last lines,
     * or of all where the mock is {@link #scripted()} too.
     */
    public Builder admin() {
      plan.guard = Optional.of(new Guard(Optional.empty()));
      return this;
    }

    /** Answers under {@code /__tck} whoever has a token, likewise. */
    public Builder admin(String token) {
      plan.guard = Optional.of(new Guard(Optional.of(token)));
      return this;
    }

    /**
     * Has somebody read the journal who knows the rules, and shows under {@code /__tck} what was
     * remarked; of use with {@link #admin()} only.
     *
     * @param value makes one for each journal, which begins anew when the mock does
     */
    public Builder critic(Supplier<Critic> value) {
      plan.critic = Optional.of(value);
      return this;
    }

    /** How long to wait for what clients are expected to send; 2 s by default. */
    public Builder patience(Duration value) {
      plan.patience = value;
      return this;
    }

    /** Has somebody answer the rest of a project's API, under the same URL. */
    public Builder with(Neighbour value) {
      plan.neighbour = Optional.of(value);
      return this;
    }

    /** How long a request may take to come, in the world's time; 30 s by default. */
    public Builder requestPatience(Duration value) {
      plan.requestPatience = value;
      return this;
    }

    /** The largest payload; 3,000 kB by default. */
    public Builder payloadKilobytes(int value) {
      plan.usual = plan.usual.withLimits(plan.usual.limits().withPayloadKilobytes(value));
      return this;
    }

    /** The accidents of a real server that are to be imitated; none by default. */
    public Builder profile(Profile value) {
      plan.profile = value;
      return this;
    }

    /** What holds for the project behind {@code localhost}. */
    public Builder settings(ProjectSettings value) {
      plan.usual = value;
      return this;
    }

    /**
     * Another project with the same secret. As soon as there is one, a host that names none of them
     * is unknown, but for {@code localhost} and plain addresses.
     *
     * @param name the first label of the host's name
     */
    public Builder project(String name, ProjectSettings value) {
      plan.others.put(name, value);
      return this;
    }

    /** Another project with a secret of its own. */
    public Builder project(String name, ProjectSettings value, String secret) {
      plan.secrets.put(name, secret);
      return project(name, value);
    }

    /**
     * Starts the mock.
     *
     * @throws PortTaken where somebody else listens on the port
     */
    public BroadcastMock start() {
      plan.guard.ifPresent(it -> it.demandTokenBeyond(plan.host, "the mock"));
      try {
        return new BroadcastMock(plan);
      } catch (BindException e) {
        throw new PortTaken(plan.port, e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
