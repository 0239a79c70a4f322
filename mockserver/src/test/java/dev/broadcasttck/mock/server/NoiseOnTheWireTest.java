package dev.broadcasttck.mock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadcasttck.noise.Noise;
import io.netty.buffer.ByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections on which nobody keeps to WebSocket or to HTTP. */
class NoiseOnTheWireTest {
  private static final int SOCKETS = Noise.AMOUNT / 250;
  private static final int FRAMES_EACH = 50;
  private static final int REQUESTS = Noise.AMOUNT / 50;
  private static final int SHORT = 126;
  private static final int EXTENDED = 65_536;

  private final BroadcastMock mock = BroadcastMock.builder().start();
  private final Grumbling grumbling = Grumbling.listen();

  @BeforeEach
  void nobodyGrumblesYet() {
    assertThat(grumbling.heard()).isEmpty();
  }

  @AfterEach
  void stop() {
    grumbling.close();
    mock.close();
  }

  @Test
  void framesThatAreNoneCostASocketAtMost() throws InterruptedException {
    Noise noise = Noise.of(messages());
    for (int socket = 0; socket < SOCKETS; socket++) {
      try (RawSocket raw = new RawSocket(mock)) {
        offer(() -> raw.write(frames(noise)));
      }
    }
    allIsWell();
  }

  @Test
  void requestsThatAreNoneCostAConnectionAtMost() throws InterruptedException {
    Noise noise = Noise.of(requests());
    for (int request = 0; request < REQUESTS; request++) {
      byte[] bytes = noise.next();
      offer(() -> connectAndWrite(bytes));
    }
    allIsWell();
  }

  @Test
  void aBufferThatIsLostIsNoticed() {
    await().until(() -> lose() && grumbling.heard().contains("LEAK: "));
  }

  private static boolean lose() {
    return ByteBufAllocator.DEFAULT.directBuffer(8).isWritable();
  }

  /** The server may well have closed, and then nobody takes the rest. */
  private static void offer(Runnable writing) {
    try {
      writing.run();
    } catch (UncheckedIOException refused) {
      assertThat(refused.getCause()).isInstanceOf(IOException.class);
    }
  }

  private void connectAndWrite(byte[] bytes) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mock.port())) {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void allIsWell() throws InterruptedException {
    try (TestSocket alice = Sockets.version2(mock)) {
      Sockets.join(alice, "1", "{}");
    }
    mock.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("broadcast-mock"));
    assertThat(grumbling.heard()).as("what was logged under %s", Noise.again()).isEmpty();
  }

  private static byte[] frames(Noise noise) {
    var frames = new ByteArrayOutputStream();
    for (int frame = 0; frame < FRAMES_EACH; frame++) {
      frames.writeBytes(frame(noise));
    }
    return frames.toByteArray();
  }

  /** Mostly whole and masked, of any kind; else with a header that is wrong. */
  private static byte[] frame(Noise noise) {
    byte[] content = noise.next();
    int oddity = noise.number(60);
    int first = oddity == 0 ? noise.number(256) : 0x81 + noise.number(2);
    int masked = oddity == 1 ? 0 : 0x80;
    int length = oddity == 2 ? noise.number(200_000) : content.length;
    byte[] mask = {1, 2, 3, (byte) noise.number(256)};
    for (int i = 0; masked != 0 && i < content.length; i++) {
      content[i] ^= mask[i % mask.length];
    }
    ByteBuffer frame = ByteBuffer.allocate(content.length + 14).put((byte) first);
    if (length < SHORT) {
      frame.put((byte) (masked | length));
    } else if (length < EXTENDED) {
      frame.put((byte) (masked | 126)).putShort((short) length);
    } else {
      frame.put((byte) (masked | 127)).putLong(length);
    }
    if (masked != 0) {
      frame.put(mask);
    }
    frame.put(content).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  private static Stream<String> messages() {
    return Stream.of(
        "[\"11\",\"1\",\"realtime:a\",\"phx_join\",{\"config\":{\"broadcast\":{\"self\":true,\"ack\":true}}}]",
        "[\"11\",\"2\",\"realtime:a\",\"broadcast\",{\"type\":\"broadcast\",\"event\":\"e\",\"payload\":{}}]",
        "[\"11\",\"3\",\"realtime:a\",\"phx_leave\",{}]",
        "[null,\"4\",\"phoenix\",\"heartbeat\",{}]");
  }

  private Stream<String> requests() {
    String head = " HTTP/1.1\r\nHost: localhost\r\napikey: " + mock.anonKey() + "\r\n";
    String body = "{\"messages\":[{\"topic\":\"a\",\"event\":\"e\",\"payload\":{}}]}";
    return Stream.of(
        "POST /api/broadcast%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(head, body.getBytes(UTF_8).length, body),
        "POST /api/broadcast%sContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            .formatted(head),
        "GET /healthz?a=%%20&b=1%s\r\n".formatted(head),
        "GET /socket/websocket?vsn=2.0.0&apikey=%s%sConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            .formatted(mock.anonKey(), head));
  }
}
