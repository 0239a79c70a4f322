package dev.broadcasttck.mock.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket of the JDK's client that keeps what it hears. */
final class TestSocket implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  TestSocket(URI address) {
    this.socket = CLIENT.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** The status with which the server refuses to open a socket. */
  static int refusal(URI address) {
    try {
      new TestSocket(address).close();
      throw new AssertionError("the socket was opened");
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  void send(String frame) {
    socket.sendText(frame, true).join();
  }

  void sendBinary(String hex) {
    socket.sendBinary(ByteBuffer.wrap(HexFormat.of().parseHex(hex)), true).join();
  }

  /** The next message, a binary one in hexadecimal. */
  String next() throws InterruptedException {
    String frame = heard.poll(5, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("nothing more came within 5 s");
    }
    return frame;
  }

  /** What comes up to a message, which is the last of them. */
  List<String> upTo(String last) throws InterruptedException {
    List<String> frames = new ArrayList<>();
    do {
      frames.add(next());
    } while (!frames.contains(last));
    return frames;
  }

  /** The code with which the server closes. */
  int closeCode() {
    return closed.orTimeout(5, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      heard.add(text.toString());
      text.setLength(0);
    }
    source.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket source, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    heard.add(HexFormat.of().formatHex(bytes));
    source.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket source, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket source, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
