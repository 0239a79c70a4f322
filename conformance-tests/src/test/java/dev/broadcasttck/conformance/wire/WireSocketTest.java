package dev.broadcasttck.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadcasttck.conformance.codec.Encoder;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.endpoint.Secret;
import dev.broadcasttck.conformance.stage.Peer;
import dev.broadcasttck.conformance.stage.ScriptedServer;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireSocketTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Transport transport = Transport.open(TransportOptions.PLAIN);
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  @Test
  void theTapeIsToldOfEverythingBeforeTheClientIs() throws Exception {
    WireSocket socket = open("/socket/websocket");
    Peer peer = server.accept();
    peer.send("[null,null,\"t\",\"e\",{}]");
    peer.sendHex("ff");
    socket.send(Encoder.raw("{not json"));
    assertThat(peer.next()).isEqualTo("{not json");
    peer.close(4001);
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();

    assertThat(order)
        .filteredOn(line -> !line.equals("tape FrameSent"))
        .containsExactly(
            "tape SocketOpening",
            "tape SocketOpened",
            "client opened",
            "tape FrameReceived",
            "client received [null,null,\"t\",\"e\",{}]",
            "tape FrameReceived",
            "client received ff",
            "tape SocketClosed",
            "client closed 4001");
    assertThat(order).containsOnlyOnce("tape FrameSent");
  }

  @Test
  void anUpgradeThatIsAnsweredWithHttpIsRefused() throws Exception {
    WireSocket unused = open("/elsewhere");
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();

    assertThat(order)
        .containsExactly("tape SocketOpening", "tape SocketRefused", "client refused 404");
  }

  private WireSocket open(String path) {
    Endpoint endpoint =
        new Endpoint(
            server.url().resolve(path),
            URI.create("http://127.0.0.1:1/"),
            new Secret("k"),
            Map.of());
    return WireSocket.open(
        transport,
        endpoint,
        ProtocolVersion.V2,
        "s",
        what -> order.add("tape " + what.getClass().getSimpleName()),
        new Client());
  }

  private final class Client implements SocketEvents {
    @Override
    public void opened() {
      order.add("client opened");
    }

    @Override
    public void received(Frame frame) {
      order.add("client received " + frame.content());
    }

    @Override
    public void refused(int status, Map<String, String> headers, String body) {
      end("refused " + status);
    }

    @Override
    public void closed(int code, String reason) {
      end("closed " + code);
    }

    @Override
    public void lost(Loss loss) {
      end("lost " + loss);
    }

    private void end(String how) {
      order.add("client " + how);
      ended.countDown();
    }
  }
}
