package dev.broadcasttck.mock.calamity;

import dev.broadcasttck.mock.server.BroadcastMock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Sees calamities with OkHttp, a client for each. */
final class OkHttpWitness {
  private static final Duration SECOND_PUSH = Duration.ofMillis(100);
  private static final String JOIN = "[\"1\",\"1\",\"realtime:room\",\"phx_join\",{\"config\":{}}]";
  private static final String BEAT = "[null,\"2\",\"phoenix\",\"heartbeat\",{}]";
  private static final String BATCH =
      "{\"messages\":[{\"topic\":\"room\",\"event\":\"e\",\"payload\":{}}]}";

  private OkHttpWitness() {}

  static CompletableFuture<Sighting> see(Row row, BroadcastMock mock) {
    var sockets = new CountingSockets();
    OkHttpClient client =
        new OkHttpClient.Builder().socketFactory(sockets).retryOnConnectionFailure(false).build();
    var seen = new Seeing(row, sockets);
    if (row.scene() == Row.Scene.REST) {
      client
          .newBuilder()
          .callTimeout(Row.patience(row.okHttp()))
          .build()
          .newCall(
              request(mock, mock.broadcastUrl().toString())
                  .post(RequestBody.create(BATCH, MediaType.get("application/json")))
                  .build())
          .enqueue(seen);
    } else {
      String address = mock.socketUrl() + "?vsn=2.0.0&apikey=" + mock.anonKey();
      WebSocket socket = client.newWebSocket(request(mock, address).build(), seen.new Listening());
      after(
          Row.patience(row.okHttp()),
          () -> {
            seen.tell("silent");
            socket.cancel();
          });
    }
    return seen.sighting;
  }

  private static Request.Builder request(BroadcastMock mock, String address) {
    return new Request.Builder().url(address).header("apikey", mock.anonKey());
  }

  private static void after(Duration delay, Runnable task) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(task);
  }

  private static final class Seeing implements Callback {
    private final Row row;
    private final CountingSockets sockets;
    private final CompletableFuture<Sighting> sighting = new CompletableFuture<>();
    private volatile long begun = System.nanoTime();
    private int replies;

    private Seeing(Row row, CountingSockets sockets) {
      this.row = row;
      this.sockets = sockets;
    }

    private void tell(String what) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      sighting.complete(new Sighting(what, sockets.pieces(), millis));
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      try (response) {
        response.body().bytes();
        tell("status " + response.code());
      } catch (IOException e) {
        tell(failure(e));
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      tell(failure(e));
    }

    private final class Listening extends WebSocketListener {
      @Override
      public void onOpen(WebSocket socket, Response response) {
        if (row.scene() != Row.Scene.OPEN) {
          begun = System.nanoTime();
        }
        sockets.beginAgain();
        socket.send(JOIN);
        if (row.scene() == Row.Scene.JOIN) {
          after(SECOND_PUSH, () -> socket.send(BEAT));
        }
      }

      @Override
      public void onMessage(WebSocket socket, String text) {
        replies++;
        if (row.scene() == Row.Scene.CLOSE) {
          begun = System.nanoTime();
          socket.close(1000, null);
        } else if (row.scene() == Row.Scene.OPEN || replies == 2) {
          tell("joined");
        }
      }

      @Override
      public void onClosing(WebSocket socket, int code, String reason) {
        tell("closed " + code);
      }

      @Override
      public void onFailure(WebSocket socket, Throwable failure, Response response) {
        boolean refused = response != null && response.code() != 101;
        tell(refused ? "refused " + response.code() : OkHttpWitness.failure(failure));
      }
    }
  }

  private static String failure(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof InterruptedIOException) {
      return "silent";
    } else if (failure instanceof ProtocolException && !message.contains("end of stream")) {
      return "protocol error";
    } else if (failure instanceof SocketException) {
      return "reset";
    }
    return failure instanceof IOException ? "broken" : "failed: " + failure;
  }
}
