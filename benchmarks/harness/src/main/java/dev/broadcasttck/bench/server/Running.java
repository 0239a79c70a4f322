package dev.broadcasttck.bench.server;

import static org.awaitility.Awaitility.await;

import dev.broadcasttck.bench.load.Broken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A server that listens; one that was started here ends when it is closed. */
public final class Running implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_KNOCKS = Duration.ofNanos(500_000);
  private static final String KEY = "anon key";

  private final Contender contender;
  private final Optional<Process> process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Duration start;
  private final URI address;

  private Running(Contender contender, URI elsewhere) {
    this.contender = contender;
    this.process = Optional.empty();
    this.start = Duration.ZERO;
    this.address = elsewhere;
  }

  private Running(Contender contender, int port) throws IOException {
    this.contender = contender;
    long begin = System.nanoTime();
    Process started = new ProcessBuilder(contender.command(port)).redirectErrorStream(true).start();
    this.process = Optional.of(started);
    listen(started);
    try {
      awaitPort(started, port);
      this.start = Duration.ofNanos(System.nanoTime() - begin);
      this.address = address(port);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts a server where it is ours to start, and comes back when it listens. */
  public static Running of(Contender contender) {
    if (contender.elsewhere().isPresent()) {
      return new Running(contender, contender.elsewhere().get());
    }
    try {
      return new Running(contender, freePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void listen(Process started) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader output = started.inputReader(StandardCharsets.UTF_8)) {
                output.lines().forEach(lines::add);
              } catch (IOException | UncheckedIOException end) {
                lines.add("its output broke off");
              }
            },
            "output of " + contender.name());
    reader.setDaemon(true);
    reader.start();
  }

  private void awaitPort(Process started, int port) {
    try {
      await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(BETWEEN_KNOCKS)
          .atMost(PATIENCE)
          .until(() -> listens(port) || !started.isAlive());
    } catch (ConditionTimeoutException silent) {
      throw notListening();
    }
    if (!started.isAlive()) {
      throw notListening();
    }
  }

  private Broken notListening() {
    return new Broken(contender.name() + " does not listen; it said: " + lines);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private URI address(int port) {
    String key = contender.name().equals(Roster.MOCK) ? after(KEY) : "none";
    return URI.create("ws://127.0.0.1:" + port + "/realtime/v1/websocket?apikey=" + key);
  }

  /** What stands behind some words, on the next line that has them. */
  private String after(String words) {
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null) {
          throw new Broken(contender.name() + " never said: " + words);
        }
        int at = line.indexOf(words);
        if (at >= 0) {
          return line.substring(at + words.length()).strip();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("interrupted");
    }
  }

  public Contender contender() {
    return contender;
  }

  /** With a key, still without the version. */
  public URI address() {
    return address;
  }

  /** From the start of its process until it listened. */
  public Duration start() {
    return start;
  }

  /** What its process has used so far; nothing where it runs elsewhere. */
  public Duration cpu() {
    return process.flatMap(it -> it.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  /** The heap in use after a collection, in bytes; empty where it cannot be asked. */
  public Optional<Long> heap() {
    return switch (contender.runtime()) {
      case JAVA -> process.map(it -> liveBytes(it.pid()));
      case NODE -> process.map(it -> Long.parseLong(askNode(it.pid())));
      case UNKNOWN -> Optional.empty();
    };
  }

  /** The last line of a histogram of live objects: Total, how many, how many bytes. */
  private static long liveBytes(long pid) {
    String histogram = output("jcmd", String.valueOf(pid), "GC.class_histogram");
    String total = histogram.substring(histogram.lastIndexOf("Total")).strip();
    return Long.parseLong(total.split("\\s+", -1)[2]);
  }

  private String askNode(long pid) {
    output("kill", "-USR2", String.valueOf(pid));
    return after("heap ");
  }

  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        return String.join("\n", reader.lines().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.ifPresent(
        it -> {
          it.destroy();
          it.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        });
  }
}
