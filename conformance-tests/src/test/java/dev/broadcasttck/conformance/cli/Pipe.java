package dev.broadcasttck.conformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes connections at one port of this machine and leads them to another one. */
final class Pipe implements AutoCloseable {
  private final ServerSocket door;
  private final Greeting greeting;
  private final int destination;
  private final CopyOnWriteArrayList<Socket> ends = new CopyOnWriteArrayList<>();

  /** What is said to a client before its bytes are passed on. */
  @FunctionalInterface
  interface Greeting {
    void take(Socket client) throws IOException;
  }

  private Pipe(ServerSocket door, Greeting greeting, int destination) {
    this.door = door;
    this.greeting = greeting;
    this.destination = destination;
  }

  static Pipe open(ServerSocket door, Greeting greeting, int destination) {
    Pipe pipe = new Pipe(door, greeting, destination);
    thread(pipe::serve);
    return pipe;
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() throws IOException {
    while (!door.isClosed()) {
      Socket client = keep(door.accept());
      thread(() -> lead(client));
    }
  }

  private void lead(Socket client) throws IOException {
    greeting.take(client);
    Socket server = keep(new Socket(InetAddress.getLoopbackAddress(), destination));
    thread(() -> pass(server, client));
    pass(client, server);
  }

  private static void pass(Socket from, Socket to) throws IOException {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    }
  }

  private Socket keep(Socket socket) {
    ends.add(socket);
    return socket;
  }

  /** Work that ends when a socket does. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void thread(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                // One of the sockets has been closed.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket end : ends) {
        end.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
