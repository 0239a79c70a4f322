package dev.broadcasttck.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a mock has to bear that is embedded in other people's load tests. */
class LoadTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long MEGABYTE = 1_000_000;
  private static final String BEAT = "[null,\"9\",\"phoenix\",\"heartbeat\",{}]";

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final BroadcastMock mock = BroadcastMock.builder().admin().payloadKilobytes(5000).start();

  @AfterEach
  void stop() {
    mock.close();
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private List<LightSocket> open(int sockets) {
    List<CompletableFuture<LightSocket>> opening = new ArrayList<>();
    for (int i = 0; i < sockets; i++) {
      opening.add(LightSocket.open(mock, loop));
    }
    return opening.stream().map(it -> it.orTimeout(60, TimeUnit.SECONDS).join()).toList();
  }

  private static void awaitHeard(LightSocket socket, int messages) {
    awaitHeard(List.of(socket), messages);
  }

  private static void awaitHeard(List<LightSocket> sockets, int messages) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(SOON)
        .until(() -> sockets.stream().allMatch(socket -> socket.heard() >= messages));
  }

  @Test
  void aThousandSocketsAndTenThousandTopicsTakeBoundedMemory() {
    long before = heap();
    List<LightSocket> sockets = open(1_000);
    for (int i = 0; i < 10_000; i++) {
      sockets.get(i % 1_000).join("room-" + i, "{}");
    }
    awaitHeard(sockets, 10);
    assertThat(heap() - before).isLessThan(120 * MEGABYTE);

    sockets.get(7).broadcast("room-7", "e");
    sockets.get(7).send(BEAT);
    awaitHeard(sockets.get(7), 11);
    assertThat(glance()).contains("\"sockets\":1000,\"topics\":10000,");
    sockets.forEach(LightSocket::cut);
    await().atMost(SOON).until(() -> glance().contains("\"sockets\":0,\"topics\":0,"));
  }

  private String glance() {
    var admin = new AdminClient(mock, new OpenApi("{}"));
    return AdminClient.ask(admin.request("GET", "/__tck", "")).body();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void whoReadsTooSlowlyIsDroppedAndNobodyWaitsForIt() {
    List<LightSocket> sockets = open(3);
    sockets.forEach(socket -> socket.join("room", "{}"));
    awaitHeard(sockets, 1);
    LightSocket slow = sockets.get(2);
    slow.stopReading();
    String large = "x".repeat(1_000_000);
    for (int i = 1; i <= 40; i++) {
      sockets.get(0).broadcast("room", large);
      awaitHeard(sockets.get(1), 1 + i);
    }
    await().atMost(SOON).until(() -> glance().contains("\"sockets\":2,"));
    slow.readOn();
    slow.awaitEnd();
    assertThat(slow.heard()).isLessThan(40);
  }

  @Test
  void aFloodIsDeliveredWholly() {
    List<LightSocket> sockets = open(11);
    sockets.forEach(socket -> socket.join("room", "{}"));
    awaitHeard(sockets, 1);
    for (int i = 0; i < 5_000; i++) {
      sockets.get(0).broadcast("room", "e");
    }
    sockets.get(0).send(BEAT);
    awaitHeard(sockets.get(0), 2);
    awaitHeard(sockets.subList(1, 11), 5_001);
    assertThat(sockets).allMatch(LightSocket::isOpen);
  }

  @Test
  void aFrameOfFiveMegabytesIsDeliveredAndALargerOneEndsItsSocketOnly() {
    List<LightSocket> sockets = open(3);
    sockets.forEach(socket -> socket.join("room", "{}"));
    awaitHeard(sockets, 1);
    sockets.get(0).broadcast("room", "x".repeat(4_900_000));
    awaitHeard(sockets.subList(1, 3), 2);
    assertThat(sockets.get(1).longest()).isGreaterThan(4_900_000);

    sockets.get(0).broadcast("room", "x".repeat(5_100_000));
    sockets.get(0).awaitEnd();
    sockets.get(1).broadcast("room", "e");
    awaitHeard(sockets.get(2), 3);
  }

  @Test
  void aRequestThatDripsIsGivenUp() throws IOException {
    Duration brief = Duration.ofMillis(400);
    try (BroadcastMock impatient = BroadcastMock.builder().requestPatience(brief).start();
        Socket loris = new Socket(InetAddress.getLoopbackAddress(), impatient.port());
        Socket mute = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
      loris
          .getOutputStream()
          .write(
              "GET /socket/websocket HTTP/1.1\r\nhost: x\r\nx: "
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(rest(loris)).startsWith("HTTP/1.1 408");
      assertThat(rest(mute)).startsWith("HTTP/1.1 408");
    }
  }

  private static String rest(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void thousandsOfJoinsAreAnswered() {
    LightSocket busy = open(1).get(0);
    for (int i = 0; i < 3_000; i++) {
      busy.join("room-" + i, "{}");
    }
    awaitHeard(busy, 3_000);
    for (int i = 0; i < 2_000; i++) {
      busy.join("room-0", "{}");
    }
    // Each further join is answered, and closes the one before it.
    awaitHeard(busy, 3_000 + 2 * 2_000);
  }

  @Test
  void everyThreadEndsWhateverIsGoingOn() throws Exception {
    List<LightSocket> sockets = open(100);
    sockets.forEach(socket -> socket.join("room", "{\"broadcast\":{\"self\":true}}"));
    awaitHeard(sockets, 1);
    sockets.get(0).stopReading();
    var admin = new AdminClient(mock, new OpenApi("{}"));
    CompletableFuture<Integer> waiting =
        AdminClient.begin(admin.request("GET", "/__tck/journal?wait=60&kind=held", ""));
    for (int i = 0; i < 1_000; i++) {
      sockets.get(i % 100).broadcast("room", "e");
    }
    mock.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("broadcast-mock"));
    sockets.subList(1, 100).forEach(LightSocket::awaitEnd);
    assertThat(waiting).failsWithin(SOON);
  }
}
