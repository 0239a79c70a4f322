package dev.broadcasttck.conformance.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * What all sockets and requests of a run go out through.
 *
 * <p>It repeats nothing and follows nothing, so that what is on the tape is all that was on the
 * wire. It has no time limits but one for connecting: whoever waits has a limit of their own.
 */
public final class Transport implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final OkHttpClient client;

  private Transport(OkHttpClient client) {
    this.client = client;
  }

  /**
   * A transport of its own threads, to be closed.
   *
   * @throws dev.broadcasttck.spec.source.InvalidSource if the CA file cannot be used
   */
  public static Transport open(TransportOptions options) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher())
            // A kept connection that the server is just closing would lose a request for nothing.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT_LIMIT)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .webSocketCloseTimeout(CLOSE_LIMIT);
    Trust.of(options).applyTo(builder);
    TlsProxy.of(options).ifPresent(proxy -> proxy.applyTo(builder));
    return new Transport(builder.build());
  }

  WebSocket socket(Request upgrade, WebSocketListener listener) {
    return client.newWebSocket(upgrade, listener);
  }

  OkHttpClient http() {
    return client;
  }

  /** Lets what is closing finish, for two seconds at most, then cuts off what is left. */
  @Override
  public void close() {
    ExecutorService threads = client.dispatcher().executorService();
    threads.shutdown();
    if (!ended(threads)) {
      client.dispatcher().cancelAll();
      ended(threads);
    }
  }

  private static boolean ended(ExecutorService threads) {
    try {
      return threads.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(Transport::thread));
    // A socket counts as a request for as long as it is open: at the default, the 65th would wait.
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "tck-wire");
    thread.setDaemon(true);
    return thread;
  }
}
