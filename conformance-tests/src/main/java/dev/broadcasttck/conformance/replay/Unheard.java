package dev.broadcasttck.conformance.replay;

import dev.broadcasttck.conformance.tape.Frame;
import dev.broadcasttck.conformance.wire.Loss;
import dev.broadcasttck.conformance.wire.SocketEvents;
import java.util.Map;

/** Somebody who has the tape, and needs not be told as well. */
record Unheard() implements SocketEvents {
  @Override
  public void opened() {}

  @Override
  public void received(Frame frame) {}

  @Override
  public void refused(int status, Map<String, String> headers, String body) {}

  @Override
  public void closed(int code, String reason) {}

  @Override
  public void lost(Loss loss) {}
}
