package dev.broadcasttck.bench.load;

import dev.broadcasttck.bench.wire.Framing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Sockets that have joined one topic: a sender, and those who hear it. For one thread. */
public final class Crowd implements AutoCloseable {
  /** So many sockets are being opened at a time. */
  private static final int AT_A_TIME = 64;

  private static final int BUFFER = 1 << 18;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Told of each arrival. */
  interface Arrivals {
    Arrivals NOBODY = (first, count) -> {};

    /**
     * So many came.
     *
     * @param first how many messages had come over the same wire before
     */
    void came(int first, int count);
  }

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final List<Wire> wires = new ArrayList<>();
  private final Framing framing;
  private final String topic;
  private long messages;
  private Arrivals arrivals = Arrivals.NOBODY;

  private Crowd(Framing framing, String topic) throws IOException {
    this.selector = Selector.open();
    this.framing = framing;
    this.topic = topic;
  }

  /**
   * Opens sockets, and comes back when each has joined.
   *
   * @param address with its query, but for {@code vsn}
   */
  public static Crowd join(URI address, Framing framing, String topic, int sockets) {
    try {
      var crowd = new Crowd(framing, topic);
      try {
        crowd.open(URI.create(address + "&vsn=" + framing.vsn()), sockets);
      } catch (IOException | RuntimeException e) {
        crowd.close();
        throw e;
      }
      return crowd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(URI address, int sockets) throws IOException {
    byte[] join = framing.join(topic);
    while (wires.size() < sockets) {
      wires.add(new Wire(selector, address, join));
      int enough = Math.min(sockets, Math.max(0, wires.size() - AT_A_TIME));
      await(() -> messages >= enough, "the answers to joins");
    }
    await(() -> messages >= sockets, "the answers to joins");
    demand(wires, quote -> quote.contains("\"ok\""), "a join was answered with");
  }

  /** Has one broadcast heard by everybody, and from then on only counts what comes. */
  void rehearse() throws IOException {
    long before = messages;
    sender().send(ByteBuffer.wrap(framing.broadcast(topic, 0)));
    await(() -> messages >= before + hearers(), "the first broadcast");
    demand(
        wires.subList(1, wires.size()),
        quote -> quote.contains(Framing.EVENT),
        "a broadcast arrived as");
    wires.forEach(Wire::stopQuoting);
  }

  private static void demand(List<Wire> wires, Predicate<String> right, String what) {
    wires.stream()
        .map(Wire::quote)
        .filter(right.negate())
        .findFirst()
        .ifPresent(
            quote -> {
              throw new Broken(what + ": " + quote);
            });
  }

  /** Goes on until something holds. */
  void await(BooleanSupplier holds, String what) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      turn(1);
      if (System.nanoTime() > end) {
        throw new Broken("within " + PATIENCE.toSeconds() + " s there never came all of " + what);
      }
    }
  }

  /**
   * Takes what has come.
   *
   * @param millis how long to wait where there is nothing; 0 for not at all
   */
  void turn(long millis) throws IOException {
    if (millis == 0) {
      selector.selectNow(this::proceed);
    } else {
      selector.select(this::proceed, millis);
    }
  }

  private void proceed(SelectionKey key) {
    try {
      Wire wire = (Wire) key.attachment();
      int before = wire.received();
      int count = wire.proceed(key, buffer);
      messages += count;
      arrivals.came(before, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tell(Arrivals listener) {
    arrivals = listener;
  }

  Wire sender() {
    return wires.get(0);
  }

  /** The sender among them. */
  public int sockets() {
    return wires.size();
  }

  int hearers() {
    return wires.size() - 1;
  }

  /** How many messages have come over all wires, answers to joins included. */
  long messages() {
    return messages;
  }

  /** How many have come over each wire, at least. */
  int leastHeard() {
    return wires.stream().skip(1).mapToInt(Wire::received).min().orElse(0);
  }

  byte[] broadcast(int number) {
    return framing.broadcast(topic, number);
  }

  @Override
  public void close() {
    try {
      for (Wire wire : wires) {
        wire.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
