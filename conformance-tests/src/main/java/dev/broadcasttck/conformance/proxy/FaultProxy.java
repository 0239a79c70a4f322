package dev.broadcasttck.conformance.proxy;

import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.relay.Relay;
import dev.broadcasttck.conformance.relay.Upstream;
import dev.broadcasttck.conformance.relay.WireWatch;
import dev.broadcasttck.conformance.tape.Entry;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.conformance.wire.Redaction;
import dev.broadcasttck.conformance.wire.TransportOptions;
import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.critic.Critic;
import dev.broadcasttck.mock.fault.Board;
import dev.broadcasttck.mock.fault.Fault;
import dev.broadcasttck.mock.fault.Terms;
import dev.broadcasttck.mock.server.Checkpoint;
import dev.broadcasttck.mock.server.PortTaken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A proxy in front of any server, on the loopback address unless it is built otherwise: what
 * clients and server say to each other goes on byte for byte, unless a fault that is on does
 * otherwise.
 *
 * <p>It listens when {@link Builder#start()} returns, and all its threads have ended when {@link
 * #close()} does. Every method may be called from any thread.
 */
public final class FaultProxy implements AutoCloseable {
  private static final String CLIENT = "client";

  private final Checkpoint checkpoint;
  private final CallLog calls;
  private final ReadingRoom readers;
  private final Relay relay;
  private final long began = System.nanoTime();
  private final Set<Secret> secrets = new CopyOnWriteArraySet<>();
  private int entries;

  private FaultProxy(Builder settings, URI upstream) throws IOException {
    this.checkpoint = Checkpoint.open(settings.faults, settings.guard, settings.critic, this::url);
    this.calls = new CallLog(checkpoint);
    this.readers = new ReadingRoom(settings.readers);
    try {
      this.relay =
          Relay.guarded(
              Upstream.of(upstream, settings.transport),
              new WireWatch(this::saw, redaction(upstream), new AtomicInteger(), true),
              new Doorman(checkpoint, secrets::add),
              new InetSocketAddress(settings.host, settings.port));
    } catch (IOException | RuntimeException e) {
      readers.close();
      checkpoint.close();
      throw e;
    }
  }

  private static Redaction redaction(URI upstream) {
    return Redaction.of(new Endpoint(upstream, upstream, new Secret(""), Map.of()));
  }

  private void saw(Happening.Wire happening) {
    calls.note(happening);
    Duration at = Duration.ofNanos(System.nanoTime() - began);
    Entry entry = new Entry(entries++, at, CLIENT, happening);
    Set<Secret> known = Set.copyOf(secrets);
    readers.read(reader -> reader.read(entry, known));
  }

  /** Whoever reads along what passes, as the clients say and hear it; on a thread of its own. */
  @FunctionalInterface
  public interface Reader {
    /**
     * The next entry, without what is secret by its place.
     *
     * @param secrets the keys that clients have shown so far, wherever else they may turn up
     */
    void read(Entry entry, Set<Secret> secrets);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What SDKs on this machine take as the project's URL. */
  public URI url() {
    InetSocketAddress at = relay.address();
    String host =
        at.getAddress().isAnyLocalAddress() ? "127.0.0.1" : at.getAddress().getHostAddress();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + at.getPort());
  }

  /** What is on, and how often each was active. */
  public List<Board.Charge> faults() {
    return checkpoint.charges();
  }

  /**
   * Switches a fault on.
   *
   * @throws IllegalArgumentException where a server cannot be given it from outside
   */
  public void switchOn(Fault fault, Terms terms) {
    checkpoint.switchOn(fault, terms);
  }

  /** Switches a fault on, on every occasion. */
  public void switchOn(Fault fault) {
    switchOn(fault, Terms.NONE);
  }

  /** Nothing is disturbed any more. */
  public void switchAllOff() {
    checkpoint.switchAllOff();
  }

  /** Ends every connection and every thread; all readers have read all then. */
  @Override
  public void close() {
    relay.close();
    checkpoint.close();
    readers.close();
  }

  /** The settings of a proxy that does not run yet. */
  public static final class Builder {
    private Optional<URI> upstream = Optional.empty();
    private TransportOptions transport = TransportOptions.PLAIN;
    private InetAddress host = InetAddress.getLoopbackAddress();
    private int port;
    private List<Fault> faults = List.of();
    private Optional<Guard> guard = Optional.empty();
    private Optional<Supplier<Critic>> critic = Optional.empty();
    private final List<Reader> readers = new ArrayList<>();

    private Builder() {}

    /** The server: any address of it with {@code ws}, {@code wss}, {@code http}, {@code https}. */
    public Builder upstream(URI value) {
      upstream = Optional.of(value);
      return this;
    }

    /** How to connect to it; plainly by default. */
    public Builder transport(TransportOptions value) {
      transport = value;
      return this;
    }

    /** On which address to listen; the loopback address by default. */
    public Builder host(InetAddress value) {
      host = value;
      return this;
    }

    /** 0, which is the default, for any free one. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** Which of the mock's faults are on from the beginning; none by default. */
    public Builder faults(List<Fault> value) {
      faults = List.copyOf(value);
      return this;
    }

    /** Answers under {@code /__tck} whoever is on this machine. */
    public Builder admin() {
      guard = Optional.of(new Guard(Optional.empty()));
      return this;
    }

    /** Answers under {@code /__tck} whoever has a token. */
    public Builder admin(String token) {
      guard = Optional.of(new Guard(Optional.of(token)));
      return this;
    }

    /** Has the page show what somebody remarks who reads the journal; of use with an admin API. */
    public Builder critic(Supplier<Critic> value) {
      critic = Optional.of(value);
      return this;
    }

    /** Has somebody read along. */
    public Builder reader(Reader value) {
      readers.add(value);
      return this;
    }

    /**
     * Starts the proxy; the server is not connected to before a client comes.
     *
     * @throws PortTaken where somebody else listens on the port
     * @throws IllegalArgumentException where a server cannot be given one of the faults from
     *     outside
     * @throws IllegalStateException where no upstream is named, or others can come and the admin
     *     API has no token
     */
    public FaultProxy start() {
      URI server =
          upstream.orElseThrow(
              () ->
                  new IllegalStateException(
                      "there is no server: build the proxy with upstream(uri)"));
      guard.ifPresent(it -> it.demandTokenBeyond(host, "the proxy"));
      try {
        return new FaultProxy(this, server);
      } catch (BindException e) {
        throw new PortTaken(port, e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
