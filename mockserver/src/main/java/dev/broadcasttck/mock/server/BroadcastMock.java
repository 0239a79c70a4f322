package dev.broadcasttck.mock.server;

import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.message.PayloadLimit;
import dev.broadcasttck.mock.netty.MockPort;
import dev.broadcasttck.mock.token.TokenOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * A running mock server of the Realtime Broadcast protocol, on the loopback address.
 *
 * <p>Its sockets are open when {@link Builder#start()} returns, and all its threads have ended when
 * {@link #close()} does. Every method may be called from any thread.
 */
public final class BroadcastMock implements AutoCloseable {
  private static final Duration TEN_YEARS = Duration.ofDays(3653);

  private final TokenOffice tokens;
  private final MockPort port;
  private final String anonKey;

  private BroadcastMock(Builder settings) throws IOException {
    this.tokens = new TokenOffice(settings.jwtSecret, settings.clock);
    this.anonKey = tokens.issue("anon", TEN_YEARS);
    var limit = new PayloadLimit(settings.payloadKilobytes);
    var site = new MockSite(tokens, limit, settings.faults, settings.olderServer);
    this.port = new MockPort(settings.port, site, settings.clock);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What SDKs take as the project's URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Where sockets are opened, still without key and version. */
  public URI socketUrl() {
    return URI.create("ws://127.0.0.1:" + port() + "/realtime/v1/websocket");
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

  public int port() {
    return port.port();
  }

  /** Closes every socket with 1012 and ends every thread. */
  @Override
  public void close() {
    port.close();
  }

  /** The settings of a mock that does not run yet. */
  public static final class Builder {
    private static final int SECRET_BYTES = 32;

    private int port;
    private String jwtSecret = randomSecret();
    private List<Fault> faults = List.of();
    private Clock clock = Clock.systemUTC();
    private boolean olderServer;
    private int payloadKilobytes = PayloadLimit.DEFAULT.kilobytes();

    private Builder() {}

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

    /** The largest payload; 3,000 kB by default. */
    public Builder payloadKilobytes(int value) {
      payloadKilobytes = value;
      return this;
    }

    /**
     * Starts the mock.
     *
     * @throws PortTaken where somebody else listens on the port
     */
    public BroadcastMock start() {
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
