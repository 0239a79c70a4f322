package dev.broadcasttck.conformance.wire;

import dev.broadcasttck.conformance.tape.Frame;
import java.util.Map;

/** Somebody who has the tape, and needs not be told as well. */
public record Unheard() implements SocketEvents {
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
