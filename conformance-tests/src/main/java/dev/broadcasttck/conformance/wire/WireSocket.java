package dev.broadcasttck.conformance.wire;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.endpoint.Endpoint;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import okhttp3.Request;
import okhttp3.WebSocket;
import okio.ByteString;

/**
 * A WebSocket whose every frame is on the tape before anybody acts on it: a received one before the
 * client sees it, a sent one before it goes out.
 *
 * <p>Sent to by one thread at a time.
 */
public final class WireSocket {
  private static final int NORMAL = 1000;

  private final String name;
  private final WireTap tap;
  private final Redaction redaction;
  private final Decoder decoder;
  private final WebSocket socket;

  private WireSocket(
      String name, WireTap tap, Redaction redaction, Decoder decoder, WebSocket socket) {
    this.name = name;
    this.tap = tap;
    this.redaction = redaction;
    this.decoder = decoder;
    this.socket = socket;
  }

  /**
   * Begins to open a socket as the protocol's users do.
   *
   * @param name unique on the tape
   */
  public static WireSocket open(
      Transport transport,
      Endpoint endpoint,
      ProtocolVersion vsn,
      String name,
      WireTap tap,
      SocketEvents events) {
    Redaction redaction = Redaction.of(endpoint);
    Decoder decoder = new Decoder(vsn);
    Upgrade upgrade = Upgrade.to(endpoint, vsn);
    Request.Builder request = new Request.Builder().url(upgrade.url());
    upgrade.headers().forEach(request::header);
    tap.saw(new Happening.SocketOpening(name, redaction.text(upgrade.url())));
    WebSocket socket =
        transport.socket(request.build(), new SocketReader(name, tap, redaction, decoder, events));
    return new WireSocket(name, tap, redaction, decoder, socket);
  }

  /** Sends a frame; one that comes too late, because the socket has ended, is on the tape only. */
  public void send(Frame frame) {
    tap.saw(new Happening.FrameSent(name, redaction.frame(frame, decoder)));
    if (frame.kind() == Encoding.TEXT) {
      socket.send(frame.content());
    } else {
      socket.send(ByteString.decodeHex(frame.content()));
    }
  }

  /** Closes the socket as a client does that is done; what was sent before still goes out. */
  public void close() {
    socket.close(NORMAL, null);
  }

  /** Cuts the connection, also where it is not open yet. */
  public void cut() {
    socket.cancel();
  }
}
