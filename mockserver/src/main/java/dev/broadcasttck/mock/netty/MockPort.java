package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.admin.Guard;
import dev.broadcasttck.mock.neighbour.Neighbour;
import dev.broadcasttck.mock.time.MovableClock;
import dev.broadcasttck.mock.time.Timeline;
import dev.broadcasttck.mock.time.Timers;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A listening port with one thread, on which all happens: what arrives is handled in that order by
 * everybody, without a lock.
 */
public final class MockPort implements AutoCloseable {
  private static final int LONGEST_LINE = 65_536;
  private static final int LONGEST_BODY = 8_000_000;
  private static final WriteBufferWaterMark QUEUE = new WriteBufferWaterMark(8_000_000, 16_000_000);
  private static final int SERVICE_RESTART = 1012;
  private static final int SECONDS_TO_END = 5;

  /** A connection is accepted in one round of the loop and read in the next. */
  private static final int ROUNDS_TO_READ = 3;

  private final LoopThread thread = new LoopThread();
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, thread, NioIoHandler.newFactory());
  private final Turn turn = new Turn(loop.next());
  private final Sockets sockets = new Sockets();
  private final Duration requestPatience;
  private final Timeline timeline;
  private Optional<Channel> ear = Optional.empty();
  private Optional<NextDoor> nextDoor = Optional.empty();
  private int port;

  /**
   * A port that does not listen yet, but has its thread.
   *
   * @param requestPatience how long a request may take to come, in the world's time
   */
  public MockPort(MovableClock clock, Duration requestPatience) {
    this.requestPatience = requestPatience;
    this.timeline = new Timeline(clock, this::ringIn);
  }

  /** What waits for its time on the port's thread. */
  public Timers timers() {
    return timeline;
  }

  /** What waits for the world's time on the port's thread, however the clock is moved. */
  public Timers worldTimers() {
    return new LoopTimers(loop.next());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // What fails in a task is logged by the loop.
  private void ringIn(Duration delay) {
    loop.schedule(timeline::ring, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Has somebody asked before the site; called before the port listens.
   *
   * @param guard who lets callers in that steer him; empty where nobody is let in
   */
  public void invite(Neighbour neighbour, Optional<Guard> guard) {
    nextDoor = Optional.of(new NextDoor(new SteeredNeighbour(neighbour, guard), loop.next()));
  }

  /**
   * Listens.
   *
   * @param host on which address
   * @param wanted 0 for any free one
   * @param site what there is behind the port, asked for again with each request
   * @throws IOException where the port cannot be listened on; its thread has ended then
   */
  public void listen(InetAddress host, int wanted, Supplier<Site> site) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, QUEUE)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    furnish(connection.pipeline(), site);
                  }
                })
            .bind(host, wanted)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      end();
      throw bound.cause() instanceof IOException cause ? cause : new IOException(bound.cause());
    }
    ear = Optional.of(bound.channel());
    port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
  }

  private void furnish(ChannelPipeline pipeline, Supplier<Site> site) {
    pipeline
        .addLast(new Bundler(turn))
        .addLast(new Mouth())
        .addLast(new RequestWatch(worldTimers(), requestPatience))
        .addLast(
            new HttpServerCodec(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(LONGEST_LINE)
                    .setMaxHeaderSize(LONGEST_LINE)))
        .addLast(new HttpObjectAggregator(LONGEST_BODY));
    nextDoor.ifPresent(door -> pipeline.addLast(new NeighbourHandler(door)));
    pipeline.addLast(new HttpHandler(site, sockets, timeline));
  }

  /** The loop of the port's one thread, for others who live on it. */
  public EventLoopGroup loop() {
    return loop;
  }

  /** Serves a connection of the loop that somebody else accepted. */
  public void adopt(Channel connection, Supplier<Site> site) {
    connection.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
    connection.config().setOption(ChannelOption.WRITE_BUFFER_WATER_MARK, QUEUE);
    furnish(connection.pipeline(), site);
  }

  /** Has somebody strike below what a connection of the loop says, which comes as bytes. */
  public static Wire wire(Channel connection) {
    connection.pipeline().addFirst(new Mouth());
    return new Wire(connection);
  }

  public int port() {
    return port;
  }

  /** Does something on the server's thread, and comes back when it is done. */
  public void run(Runnable task) {
    if (loop.next().inEventLoop()) {
      task.run();
    } else {
      loop.submit(task).syncUninterruptibly();
    }
  }

  /** Comes back when everything has been handled that has arrived before the call. */
  public void settle() {
    for (int round = 0; round < ROUNDS_TO_READ; round++) {
      loop.schedule(() -> {}, 1, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }
    nextDoor.ifPresent(NextDoor::settle);
  }

  /** Moves the clock, once everything has been handled that has arrived before the call. */
  public void advance(Duration way) {
    settle();
    run(() -> timeline.advance(way));
  }

  /** The same for the server's own thread, which goes on with something then. */
  public void advance(Duration way, Runnable then) {
    settle(
        ROUNDS_TO_READ,
        () -> {
          timeline.advance(way);
          then.run();
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // What fails in a task is logged by the loop.
  private void settle(int rounds, Runnable then) {
    loop.schedule(rounds == 1 ? then : () -> settle(rounds - 1, then), 1, TimeUnit.MILLISECONDS);
  }

  /** Ends every socket as a server does that stops, but goes on listening. */
  public void endSockets(int code) {
    run(() -> sockets.closeAll(code));
  }

  /** Cuts every connection, forgets what was to be done later, and does something then. */
  public void beginAgain(Runnable task) {
    run(
        () -> {
          sockets.cutAll();
          nextDoor.ifPresent(NextDoor::beginAgain);
          timeline.beginAgain();
          task.run();
        });
  }

  /** Tells every socket that the server restarts, and ends the thread. */
  @Override
  public void close() {
    if (!loop.isShuttingDown()) {
      loop.submit(() -> sockets.end(SERVICE_RESTART)).awaitUninterruptibly();
      ear.ifPresent(it -> it.close().awaitUninterruptibly());
      end();
    }
  }

  private void end() {
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS)
        .awaitUninterruptibly(SECONDS_TO_END, TimeUnit.SECONDS);
    nextDoor.ifPresent(NextDoor::close);
    thread.awaitEnd(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
  }
}
