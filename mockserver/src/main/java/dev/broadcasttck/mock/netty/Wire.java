package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.wire.Blow;
import dev.broadcasttck.mock.wire.Manner;
import io.netty.channel.Channel;

/** A connection, beneath all that it says. For its own loop. */
public final class Wire {
  private final Channel connection;

  Wire(Channel connection) {
    this.connection = connection;
  }

  /** What is written up to the next flush goes out in that manner. */
  public void spell(Manner manner) {
    Mouth.spell(connection, manner);
  }

  /** Does something to it, behind what waits. */
  public void strike(Blow blow) {
    Mouth.strike(connection, blow.strokes());
  }
}
