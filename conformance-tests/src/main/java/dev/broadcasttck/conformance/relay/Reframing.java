package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;

/** One direction of a WebSocket whose frames are compressed on one side of the relay only. */
final class Reframing implements Customs {
  private final Frames frames;
  private final EmbeddedChannel written;

  private Reframing(Frames frames, ChannelHandler... written) {
    this.frames = frames;
    this.written = new EmbeddedChannel(written);
  }

  /** From compressed to plain, masked as a client's frames must be. */
  static Reframing toServer(Deflation deflation) {
    return new Reframing(new Frames(deflation.inflater()), new WebSocket13FrameEncoder(true));
  }

  /** From plain to compressed. */
  static Reframing toClient(Deflation deflation) {
    return new Reframing(new Frames(), new WebSocket13FrameEncoder(false), deflation.deflater());
  }

  @Override
  public ByteBuf pass(ByteBuf bytes) {
    ByteBuf out = Unpooled.buffer();
    frames.read(bytes, written::writeOutbound);
    for (ByteBuf next = written.readOutbound(); next != null; next = written.readOutbound()) {
      out.writeBytes(next);
      next.release();
    }
    return out;
  }

  @Override
  public void close() {
    frames.close();
    written.finishAndReleaseAll();
  }
}
