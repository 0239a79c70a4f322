package dev.broadcasttck.conformance.relay;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** Customs that somebody stands before, who sees what comes. */
record Overheard(Customs customs, Consumer<ByteBuf> onlooker) implements Customs {
  @Override
  public ByteBuf pass(ByteBuf bytes) {
    onlooker.accept(bytes);
    return customs.pass(bytes);
  }

  @Override
  public ByteBuf rest() {
    return customs.rest();
  }

  @Override
  public void close() {
    customs.close();
  }
}
