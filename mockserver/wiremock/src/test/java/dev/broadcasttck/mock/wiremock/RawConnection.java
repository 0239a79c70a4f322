package dev.broadcasttck.mock.wiremock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A connection on which a test writes and reads the bytes itself. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5000;

  private final Socket socket;

  RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  RawConnection write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return this;
  }

  RawConnection get(String path) throws IOException {
    return write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
  }

  /** All that comes until the other side closes. */
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /** What comes up to some text, which is the last of it. */
  String upTo(String text) throws IOException {
    var read = new ByteArrayOutputStream();
    while (!read.toString(ISO_8859_1).endsWith(text)) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new AssertionError("closed after: " + read.toString(ISO_8859_1));
      }
      read.write(next);
    }
    return read.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
