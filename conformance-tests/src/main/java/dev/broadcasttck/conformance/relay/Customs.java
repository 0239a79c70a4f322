package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** What looks through the bytes that enter a lane, and may change some. */
interface Customs {
  /** Lets everything pass. */
  Customs NONE = bytes -> bytes;

  /** What may go on by now, in place of bytes that have come; owns what it gets. */
  ByteBuf pass(ByteBuf bytes);

  /** What was kept back, when no more will come. */
  default ByteBuf rest() {
    return Unpooled.EMPTY_BUFFER;
  }

  /** Gives back what it holds. */
  default void close() {}
}
