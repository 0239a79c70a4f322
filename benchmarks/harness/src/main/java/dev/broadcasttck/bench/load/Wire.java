package dev.broadcasttck.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.bench.wire.FrameScanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One socket of the generator.
 *
 * <pre>
 * connecting ──▶ upgrading ──▶ open
 * </pre>
 */
final class Wire {
  private enum State {
    CONNECTING,
    UPGRADING,
    OPEN
  }

  private static final int LONGEST_ANSWER = 8_192;

  private final SocketChannel socket;
  private final URI address;
  private final byte[] greeting;
  private final FrameScanner scanner = new FrameScanner();
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private State state = State.CONNECTING;
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private int received;
  private boolean quoting = true;
  private String quote = "";

  /**
   * @param greeting what is sent as soon as the socket is open
   */
  Wire(Selector selector, URI address, byte[] greeting) throws IOException {
    this.address = address;
    this.greeting = greeting;
    socket = SocketChannel.open();
    socket.configureBlocking(false);
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    socket.register(selector, SelectionKey.OP_CONNECT, this);
  }

  /** Does what can be done now; returns how many messages came. */
  int proceed(SelectionKey key, ByteBuffer buffer) throws IOException {
    if (state == State.CONNECTING) {
      socket.finishConnect();
      state = State.UPGRADING;
      key.interestOps(SelectionKey.OP_READ);
      send(ByteBuffer.wrap(request().getBytes(US_ASCII)));
      return 0;
    }
    buffer.clear();
    if (socket.read(buffer) < 0) {
      throw new Broken("the server ended a connection after " + received + " messages");
    }
    buffer.flip();
    return state == State.UPGRADING ? upgrade(buffer) : take(buffer);
  }

  private String request() {
    return """
        GET %s?%s HTTP/1.1\r
        Host: %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
        .formatted(address.getRawPath(), address.getRawQuery(), address.getAuthority());
  }

  private int upgrade(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining() && !answer.toString(US_ASCII).endsWith("\r\n\r\n")) {
      answer.write(buffer.get());
      if (answer.size() > LONGEST_ANSWER) {
        throw new Broken("the answer to the upgrade does not end");
      }
    }
    String said = answer.toString(US_ASCII);
    if (!said.endsWith("\r\n\r\n")) {
      return 0;
    }
    if (!said.startsWith("HTTP/1.1 101")) {
      throw new Broken("the upgrade was answered with: " + said.lines().findFirst().orElse(""));
    }
    state = State.OPEN;
    send(ByteBuffer.wrap(greeting));
    return take(buffer);
  }

  private int take(ByteBuffer buffer) {
    if (quoting && buffer.hasRemaining()) {
      quote = UTF_8.decode(buffer.duplicate()).toString();
    }
    int messages = scanner.scan(buffer);
    if (scanner.isClosed()) {
      throw new Broken("the server closed a socket after " + received + " messages");
    }
    received += messages;
    return messages;
  }

  /** Sends it, or as much as goes now; {@link #push} sends the rest. */
  void send(ByteBuffer bytes) throws IOException {
    unsent = bytes;
    push();
  }

  /** Whether nothing is left to send. */
  boolean push() throws IOException {
    if (unsent.hasRemaining()) {
      socket.write(unsent);
    }
    return !unsent.hasRemaining();
  }

  /** The last bytes that came while the wire was quoting. */
  String quote() {
    return quote;
  }

  /** From now on it only counts. */
  void stopQuoting() {
    quoting = false;
  }

  int received() {
    return received;
  }

  void close() throws IOException {
    socket.close();
  }
}
