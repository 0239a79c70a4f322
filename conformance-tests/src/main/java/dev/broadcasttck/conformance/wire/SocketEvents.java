package dev.broadcasttck.conformance.wire;

import dev.broadcasttck.conformance.tape.Frame;
import java.util.Map;

/**
 * Whom a socket tells what happened to it, each time after the tape has been told. Called by one
 * thread at a time, which reads no further before the call returns. After one of {@link #refused},
 * {@link #closed}, {@link #lost} nothing more comes.
 */
public interface SocketEvents {
  void opened();

  void received(Frame frame);

  /**
   * The upgrade was answered with plain HTTP.
   *
   * @param headers with names in lower case, and secrets redacted
   * @param body redacted, and cut if it is long
   */
  void refused(int status, Map<String, String> headers, String body);

  void closed(int code, String reason);

  void lost(Loss loss);
}
