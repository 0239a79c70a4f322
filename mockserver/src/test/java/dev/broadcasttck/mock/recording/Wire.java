package dev.broadcasttck.mock.recording;

import dev.broadcasttck.mock.recording.Event.Answer;
import dev.broadcasttck.mock.recording.Event.Closed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

/**
 * One TCP connection to the mock: any bytes go out, and what comes back, answers and frames, goes
 * to an ear. It knows no WebSocket library, so whatever a recording holds can be said.
 */
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final Consumer<Answer> ear;

  private Wire(Socket socket, Consumer<Answer> ear) {
    this.socket = socket;
    this.ear = ear;
  }

  static Wire dial(int port, Consumer<Answer> ear) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      Wire wire = new Wire(socket, ear);
      Thread listener = new Thread(wire::listen, "wire-" + socket.getLocalPort());
      listener.setDaemon(true);
      listener.start();
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException("nobody listens on port " + port, e);
    }
  }

  /** Sends bytes; if the other side is gone, the ear has heard or will hear of it. */
  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException gone) {
      // Not ours to judge: the recording may want exactly that.
    }
  }

  private void listen() {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      FrameReader frames = new FrameReader(in);
      Answer answer = new HttpReader(in).response();
      ear.accept(answer);
      while (!answer.isLast()) {
        answer = frames.next();
        ear.accept(answer);
      }
    } catch (IOException withoutCloseFrame) {
      ear.accept(new Closed(1006, ""));
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
