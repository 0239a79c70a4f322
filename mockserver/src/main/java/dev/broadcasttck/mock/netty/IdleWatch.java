package dev.broadcasttck.mock.netty;

import dev.broadcasttck.mock.time.Timers;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Ends a socket that sends nothing, not even a ping, for 60 seconds: as the real server does it, by
 * ten looks without anything new (recording 19_idle_timeout).
 */
final class IdleWatch extends ChannelInboundHandlerAdapter {
  private static final Duration LOOK = Duration.ofSeconds(6);
  private static final int LOOKS = 10;

  private final Timers timers;
  private final BooleanSupplier heeds;
  private final Runnable end;
  private Timers.Timer timer = () -> {};
  private boolean active = true;
  private int idleLooks;

  /**
   * @param heeds whether what has come counts, asked each time
   */
  IdleWatch(Timers timers, BooleanSupplier heeds, Runnable end) {
    this.timers = timers;
    this.heeds = heeds;
    this.end = end;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    timer = timers.after(LOOK, this::look);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    active |= heeds.getAsBoolean();
    context.fireChannelRead(message);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    timer.cancel();
    context.fireChannelInactive();
  }

  private void look() {
    idleLooks = active ? 0 : idleLooks + 1;
    active = false;
    if (idleLooks == LOOKS) {
      end.run();
    } else {
      timer = timers.after(LOOK, this::look);
    }
  }
}
