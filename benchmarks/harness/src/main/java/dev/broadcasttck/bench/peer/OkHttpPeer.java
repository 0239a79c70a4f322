package dev.broadcasttck.bench.peer;

import java.io.IOException;
import java.net.InetAddress;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** OkHttp's MockWebServer with a listener for each socket. */
final class OkHttpPeer {
  private OkHttpPeer() {}

  public static void main(String[] arguments) throws IOException {
    Rooms<WebSocket> rooms = new Rooms<>(new Frames());
    var server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().webSocketUpgrade(new Listener(rooms)).build();
          }
        });
    server.start(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
  }

  private static final class Frames implements Rooms.Out<WebSocket> {
    @Override
    public void text(WebSocket socket, String text) {
      socket.send(text);
    }

    @Override
    public void binary(WebSocket socket, byte[] bytes) {
      socket.send(ByteString.of(bytes));
    }
  }

  private static final class Listener extends WebSocketListener {
    private final Rooms<WebSocket> rooms;

    Listener(Rooms<WebSocket> rooms) {
      this.rooms = rooms;
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      rooms.text(socket, text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
      rooms.binary(socket, bytes.asByteBuffer());
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
      rooms.leave(socket);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
      rooms.leave(socket);
    }
  }
}
