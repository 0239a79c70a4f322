package dev.broadcasttck.conformance.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
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

  private final OkHttpClient plain;
  private final Lazily<OkHttpClient> safe;

  private Transport(OkHttpClient plain, Lazily<OkHttpClient> safe) {
    this.plain = plain;
    this.safe = safe;
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
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT_LIMIT)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .webSocketCloseTimeout(CLOSE_LIMIT);
    TlsProxy.of(options).ifPresent(proxy -> proxy.applyTo(builder));
    OkHttpClient plain = builder.build();
    Lazily<OkHttpClient> safe = new Lazily<>(() -> safe(plain, options));
    if (options.caFile().isPresent()) {
      OkHttpClient unused = safe.get();
    }
    return new Transport(plain, safe);
  }

  /** One for TLS, with the same threads; to read what the system trusts takes a while. */
  private static OkHttpClient safe(OkHttpClient plain, TransportOptions options) {
    OkHttpClient.Builder builder =
        plain.newBuilder().connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
    Trust.of(options).applyTo(builder);
    return builder.build();
  }

  WebSocket socket(Request upgrade, WebSocketListener listener) {
    return client(upgrade).newWebSocket(upgrade, listener);
  }

  Call call(Request request) {
    return client(request).newCall(request);
  }

  private OkHttpClient client(Request request) {
    return request.isHttps() ? safe.get() : plain;
  }

  /** Lets what is closing finish, for two seconds at most, then cuts off what is left. */
  @Override
  public void close() {
    ExecutorService threads = plain.dispatcher().executorService();
    threads.shutdown();
    if (!ended(threads)) {
      plain.dispatcher().cancelAll();
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
