package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads one direction of a WebSocket along: its bytes become whole messages. */
final class FrameEars implements AutoCloseable {
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int COMPRESSED = 4;
  private static final int CHUNK = 8192;

  /** What a compressed message lacks at its end. */
  private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

  private final BiConsumer<WebSocketFrame, byte[]> listener;
  private final Inflater inflater = new Inflater(true);
  private final EmbeddedChannel decoder;

  /**
   * At the first byte after the upgrade.
   *
   * @param masked whether it is the client's direction
   * @param listener gets each message, and its content
   */
  FrameEars(boolean masked, BiConsumer<WebSocketFrame, byte[]> listener) {
    this.listener = listener;
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(masked)
            .allowMaskMismatch(true)
            .allowExtensions(true)
            .maxFramePayloadLength(LARGEST)
            .closeOnProtocolViolation(false)
            .withUTF8Validator(false)
            .build();
    this.decoder =
        new EmbeddedChannel(
            new WebSocket13FrameDecoder(config), new WebSocketFrameAggregator(LARGEST));
  }

  void hear(ByteBuf bytes) {
    decoder.writeInbound(bytes);
    for (Object heard = decoder.readInbound(); heard != null; heard = decoder.readInbound()) {
      WebSocketFrame frame = (WebSocketFrame) heard;
      byte[] content = ByteBufUtil.getBytes(frame.content());
      listener.accept(frame, (frame.rsv() & COMPRESSED) == 0 ? content : inflated(content));
      frame.release();
    }
  }

  /** The window of earlier messages is kept, which harms nothing where the sender does not. */
  private byte[] inflated(byte[] content) {
    ByteArrayOutputStream inflated = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try {
      for (byte[] part : new byte[][] {content, TAIL}) {
        inflater.setInput(part);
        for (int length = inflater.inflate(chunk); length > 0; length = inflater.inflate(chunk)) {
          inflated.write(chunk, 0, length);
        }
      }
      return inflated.toByteArray();
    } catch (DataFormatException e) {
      return content;
    }
  }

  @Override
  public void close() {
    inflater.end();
    decoder.finishAndReleaseAll();
  }
}
