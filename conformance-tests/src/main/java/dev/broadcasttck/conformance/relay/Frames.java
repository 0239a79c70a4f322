package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.function.Consumer;

/** Takes bytes to WebSocket frames, as they come. */
final class Frames implements AutoCloseable {
  private static final int LARGEST = 64 * 1024 * 1024;

  /** What is wrong with a frame is for the server and the client to find. */
  private static final WebSocketDecoderConfig LENIENT =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(LARGEST)
          .expectMaskedFrames(false)
          .allowMaskMismatch(true)
          .allowExtensions(true)
          .closeOnProtocolViolation(false)
          .withUTF8Validator(false)
          .build();

  private final EmbeddedChannel channel;

  /**
   * From the beginning of a conversation.
   *
   * @param more what is done with the frames
   */
  Frames(ChannelHandler... more) {
    this.channel = new EmbeddedChannel(new WebSocket13FrameDecoder(LENIENT));
    this.channel.pipeline().addLast(more);
  }

  /**
   * Reads on, and hands over what is complete, one frame after the other.
   *
   * @param bytes given away
   */
  void read(ByteBuf bytes, Consumer<WebSocketFrame> reader) {
    channel.writeInbound(bytes);
    for (WebSocketFrame next = channel.readInbound(); next != null; next = channel.readInbound()) {
      reader.accept(next);
    }
  }

  @Override
  public void close() {
    channel.finishAndReleaseAll();
  }
}
