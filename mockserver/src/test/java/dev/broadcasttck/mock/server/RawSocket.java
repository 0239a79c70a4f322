package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A connection on which any bytes can be written, already upgraded to a socket of version 2. */
final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5000;

  private final Socket socket;

  RawSocket(BroadcastMock mock) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), mock.port());
      socket.setSoTimeout(PATIENCE_MILLIS);
      upgrade(mock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void upgrade(BroadcastMock mock) throws IOException {
    String request =
        "GET /socket/websocket?vsn=2.0.0&apikey=%s HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            .formatted(mock.anonKey());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    assertThat(head()).startsWith("HTTP/1.1 101").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  private String head() throws IOException {
    var head = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.read());
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String hex) {
    write(HexFormat.of().parseHex(hex));
  }

  /** A text frame of a client under the mask 0, which leaves the text as it is. */
  void writeText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(bytes.length).isBetween(126, 65535);
    write("81fe" + HexFormat.of().toHexDigits((short) bytes.length) + "00000000");
    write(bytes);
  }

  /** All that comes until the other side closes, in hexadecimal. */
  String rest() {
    try {
      return HexFormat.of().formatHex(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
