package dev.broadcasttck.conformance.wire;

import dev.broadcasttck.conformance.codec.Decoder;
import dev.broadcasttck.conformance.driver.WireTap;
import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.tape.Happening;
import java.util.Map;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The receiving side of a {@link WireSocket}: from OkHttp to the tape, then to the client. */
final class SocketReader extends WebSocketListener {
  private static final int NORMAL = 1000;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final String name;
  private final WireTap tap;
  private final Redaction redaction;
  private final Decoder decoder;
  private final SocketEvents events;

  /** OkHttp may tell of a failure after it told of a close frame. */
  private volatile boolean ended;

  SocketReader(
      String name, WireTap tap, Redaction redaction, Decoder decoder, SocketEvents events) {
    this.name = name;
    this.tap = tap;
    this.redaction = redaction;
    this.decoder = decoder;
    this.events = events;
  }

  @Override
  public void onOpen(WebSocket socket, Response response) {
    tap.saw(new Happening.SocketOpened(name));
    events.opened();
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    received(decoder.text(text));
  }

  @Override
  public void onMessage(WebSocket socket, ByteString bytes) {
    received(decoder.binary(bytes.toByteArray()));
  }

  private void received(Frame frame) {
    tap.saw(new Happening.FrameReceived(name, redaction.frame(frame, decoder)));
    events.received(frame);
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    ended = true;
    tap.saw(new Happening.SocketClosed(name, code, redaction.text(reason)));
    socket.close(NORMAL, null);
    events.closed(code, reason);
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
    if (ended) {
      return;
    }
    ended = true;
    if (response != null && response.code() != SWITCHING_PROTOCOLS) {
      refused(response);
    } else {
      lost(Loss.of(failure));
    }
  }

  private void refused(Response response) {
    String body = redaction.text(HttpText.body(response));
    Map<String, String> headers = redaction.headers(HttpText.headers(response));
    tap.saw(new Happening.SocketRefused(name, response.code(), body));
    events.refused(response.code(), headers, body);
  }

  private void lost(Loss loss) {
    tap.saw(new Happening.SocketLost(name, redaction.text(loss.toString())));
    events.lost(loss);
  }
}
