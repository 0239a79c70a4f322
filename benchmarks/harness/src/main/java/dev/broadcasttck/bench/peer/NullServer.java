package dev.broadcasttck.bench.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadcasttck.bench.wire.FrameScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;

/**
 * No real server: it counts what it is sent, and writes prepared bytes to everybody else. It shows
 * how much the generator can take.
 */
final class NullServer {
  private static final int BUFFER = 1 << 17;
  private static final int BACKLOG = 1_024;
  private static final byte[] UPGRADED =
      """
      HTTP/1.1 101 Switching Protocols\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
      \r
      """
          .getBytes(US_ASCII);
  private static final byte[] JOINED = frame("{\"status\":\"ok\"}");
  private static final byte[] BROADCAST =
      frame("{\"event\":\"tick\",\"text\":\"%s\"}".formatted("x".repeat(80)));

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final Set<Peer> peers = new HashSet<>();

  private NullServer(Selector selector) {
    this.selector = selector;
  }

  /** A client, which has asked for a socket, or has joined. */
  private static final class Peer {
    private final SocketChannel socket;
    private final FrameScanner scanner = new FrameScanner();
    private final ByteBuffer unsent = ByteBuffer.allocateDirect(BUFFER);
    private boolean upgraded;
    private boolean joined;

    Peer(SocketChannel socket) {
      this.socket = socket;
    }

    void write(byte[] bytes, int times) {
      for (int i = 0; i < times; i++) {
        unsent.put(bytes);
      }
    }

    void flush(SelectionKey key) throws IOException {
      unsent.flip();
      socket.write(unsent);
      unsent.compact();
      boolean isDone = unsent.position() == 0;
      key.interestOps(isDone ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  public static void main(String[] arguments) throws IOException {
    new NullServer(Selector.open()).serve(Integer.parseInt(arguments[0]));
  }

  private static byte[] frame(String text) {
    byte[] content = text.getBytes(UTF_8);
    return ByteBuffer.allocate(content.length + 2)
        .put((byte) 0x81)
        .put((byte) content.length)
        .put(content)
        .array();
  }

  private void serve(int port) throws IOException {
    try (ServerSocketChannel ear = ServerSocketChannel.open()) {
      ear.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      ear.configureBlocking(false);
      ear.register(selector, SelectionKey.OP_ACCEPT);
      while (ear.isOpen()) {
        selector.select(this::proceed);
      }
    }
  }

  private void proceed(SelectionKey key) {
    try {
      if (key.channel() instanceof ServerSocketChannel ear) {
        accept(ear.accept());
      } else {
        serve(key, (Peer) key.attachment());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(SocketChannel socket) throws IOException {
    socket.configureBlocking(false);
    socket.register(selector, SelectionKey.OP_READ, new Peer(socket));
  }

  private void serve(SelectionKey key, Peer peer) throws IOException {
    buffer.clear();
    if (key.isReadable() && read(peer.socket) < 0) {
      peers.remove(peer);
      peer.socket.close();
      return;
    }
    buffer.flip();
    take(peer);
    peer.flush(key);
  }

  private int read(SocketChannel socket) {
    try {
      return socket.read(buffer);
    } catch (IOException reset) {
      return -1;
    }
  }

  private void take(Peer peer) throws IOException {
    if (!buffer.hasRemaining()) {
      return;
    }
    if (!peer.upgraded) {
      peer.upgraded = true;
      peer.write(UPGRADED, 1);
      return;
    }
    int messages = peer.scanner.scan(buffer);
    if (!peer.joined && messages > 0) {
      peer.joined = true;
      peers.add(peer);
      peer.write(JOINED, 1);
    } else if (messages > 0) {
      spread(peer, messages);
    }
  }

  private void spread(Peer sender, int messages) throws IOException {
    for (Peer peer : peers) {
      if (peer != sender) {
        peer.write(BROADCAST, messages);
        peer.flush(peer.socket.keyFor(selector));
      }
    }
  }
}
